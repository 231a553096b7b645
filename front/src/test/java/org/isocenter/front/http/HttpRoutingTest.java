/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import org.isocenter.front.replica.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpRoutingTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /dicom-web/studies, INGEST",
        "POST, /dicom-web/studies/1.2, INGEST",
        "PUT, /dicom-web/studies/1.2, INGEST",
        "POST, /dicom-web/commitment-requests/1.2, INGEST",
        "GET, /dicom-web/commitment-requests/1.2, INGEST",
        "DELETE, /dicom-web/studies/1.2, RETRIEVE",
        "DELETE, /dicom-web/studies/1.2/series/3/instances/4, RETRIEVE",
        "POST, /dicom-web/studies/1.2/reject/113001%5EDCM, RETRIEVE",
        "POST, /dicom-web/studies/1.2/series/3/reject/113001^DCM, RETRIEVE",
        "POST, /dicom-web/studies/1.2/series/3/instances/4/reject/revoke, RETRIEVE",
        "POST, /dicom-web/studies/reject/113001, INGEST",
        "GET, /dicom-web/studies, QUERY",
        "GET, /dicom-web/studies/, QUERY",
        "HEAD, /dicom-web/studies, QUERY",
        "GET, /dicom-web/series, QUERY",
        "GET, /dicom-web/instances, QUERY",
        "GET, /dicom-web/studies/1.2/series, QUERY",
        "GET, /dicom-web/studies/1.2/instances, QUERY",
        "GET, /dicom-web/studies/1.2/series/3/instances, QUERY",
        "GET, /dicom-web/studies/1.2, RETRIEVE",
        "GET, /dicom-web/studies/1.2/metadata, RETRIEVE",
        "GET, /dicom-web/studies/1.2/series/3, RETRIEVE",
        "GET, /dicom-web/studies/1.2/series/3/metadata, RETRIEVE",
        "GET, /dicom-web/studies/1.2/series/3/instances/4, RETRIEVE",
        "GET, /dicom-web/studies/1.2/series/3/instances/4/frames/1, RETRIEVE",
        "GET, /dicom-web/studies/1.2/series/3/instances/4/bulkdata/7FE00010, RETRIEVE",
        "GET, /dicom-web/studies/series, RETRIEVE",
        "GET, /wado, RETRIEVE",
        "HEAD, /wado, RETRIEVE",
        "GET, /wado/, RETRIEVE",
        "GET, /dicom-web/wado, RETRIEVE",
        "POST, /api/v1/studies/1.2/corrections, LIFECYCLE",
        "GET, /api/v1/patients/corrections, LIFECYCLE",
        "DELETE, /api/v1/studies/1.2/corrections/3, LIFECYCLE",
        "GET, /dicom-web/workitems, LIFECYCLE",
        "POST, /dicom-web/workitems, LIFECYCLE",
        "POST, /dicom-web/workitems/1.2, LIFECYCLE",
        "PUT, /dicom-web/workitems/1.2/state, LIFECYCLE",
        "DELETE, /dicom-web/workitems/1.2/subscribers/WATCHER, LIFECYCLE",
        "GET, /dicom-web/subscribers/WATCHER, LIFECYCLE",
        "GET, /dicom-web/ws/subscribers/WATCHER, LIFECYCLE",
        "GET, /dicom-web/studies/count, QUERY",
        "GET, /dicom-web/studies/size, QUERY",
        "GET, /dicom-web/series/count, QUERY",
        "GET, /dicom-web/instances/count, QUERY",
        "GET, /dicom-web/studies/1.2/series/count, QUERY",
        "GET, /dicom-web/studies/1.2/instances/count, QUERY",
        "GET, /dicom-web/studies/1.2/series/3/instances/count, QUERY",
        "OPTIONS, /, QUERY",
        "OPTIONS, /dicom-web, QUERY",
        "OPTIONS, /dicom-web/, QUERY",
        "OPTIONS, /dicom-web/studies/1.2/rendered, QUERY",
    })
    void service_followsMethodAndPath(String method, String path, Service service) {
        assertThat(HttpRouting.service(method, path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dicom-web", "/dicom-webs/studies", "/q/metrics", "/studies", "/wados", "/wado/x"})
    void otherPath_isNobodys(String path) {
        assertThat(HttpRouting.service("GET", path)).isEmpty();
    }

    @Test
    void writing_toWadoUri_isNobodys() {
        assertThat(HttpRouting.service("POST", "/wado")).isEmpty();
    }
}
