/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client may do. */
public enum OperationKind {
    /** C-ECHO. */
    C_ECHO(false, false),
    /** C-STORE of one instance. */
    C_STORE(false, false),
    /** C-STORE of all instances of a study, each also counted as C-STORE. */
    C_STORE_STUDY(false, false),
    /** The time from the acknowledgement of a study's last C-STORE until QIDO-RS by patient finds it with all instances. */
    FOUND(true, false),
    /** C-FIND of studies by a key. */
    C_FIND(false, true),
    /** C-GET of a study. */
    C_GET(false, true),
    /** C-MOVE of a study to the receiver of this program. */
    C_MOVE(false, true),
    /** STOW-RS of one instance. */
    STOW(true, false),
    /** STOW-RS of all instances of a study, a request for each. */
    STOW_STUDY(true, false),
    /** QIDO-RS of studies by a key. */
    QIDO(true, true),
    /** WADO-RS of a study. */
    WADO_STUDY(true, true),
    /** WADO-RS of a series. */
    WADO_SERIES(true, true),
    /** WADO-RS of an instance. */
    WADO_INSTANCE(true, true),
    /** WADO-RS of a frame. */
    WADO_FRAMES(true, true),
    /** WADO-RS metadata of a series. */
    WADO_METADATA(true, true),
    /** WADO-RS of a rendered instance. */
    WADO_RENDERED(true, true),
    /** QIDO-RS of the studies of a patient, and the metadata of the first five. */
    PRIORS(true, true);

    private final boolean web;
    private final boolean reads;

    OperationKind(boolean web, boolean reads) {
        this.web = web;
        this.reads = reads;
    }

    /** What it is called in scenarios and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All labels. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(OperationKind::label).toList();
    }

    /** The kind of a label, which may end with the key of a search: c-find-by-name. */
    public static Optional<OperationKind> of(String label) {
        int by = label.indexOf("-by-");
        String plain = by < 0 ? label : label.substring(0, by);
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(plain))
                .findFirst();
    }

    /** Whether it speaks DICOMweb. */
    public boolean isWeb() {
        return web;
    }

    /** Whether it needs a study that is stored already. */
    public boolean reads() {
        return reads;
    }
}
