/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import org.isocenter.loadtest.operation.Service;

/** Operations that are measured together. */
enum Group {
    /** C-STORE with TCP_NODELAY on. */
    STORE(Service.STORE),
    /** C-STORE by DCMTK's {@code storescu} as it is delivered. */
    NAGLE(Service.STORE),
    /** STOW-RS. */
    STOW(Service.WEB),
    /** C-FIND of studies. */
    FIND(Service.FIND),
    /** QIDO-RS of studies. */
    QIDO(Service.WEB),
    /** WADO-RS of a study and of a frame. */
    WADO(Service.WEB),
    /** WADO-RS metadata of a series. */
    METADATA(Service.WEB),
    /** C-GET of a study. */
    GET(Service.GET);

    private final Service service;

    Group(Service service) {
        this.service = service;
    }

    Service service() {
        return service;
    }
}
