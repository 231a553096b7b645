/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.capabilities;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDescriptionTest {

    private final ApiResource root = ApiDescription.read();

    private ApiResource at(String path) {
        List<ApiResource> way = root.find(path).orElseThrow();
        return way.get(way.size() - 1);
    }

    @Test
    void read_everyOperationHasAnIdAndAnswers() {
        assertThat(all(at("/dicom-web")))
                .hasSizeGreaterThan(25)
                .allSatisfy(operation -> {
                    assertThat(operation.id()).isNotBlank();
                    assertThat(operation.title()).isNotBlank();
                    assertThat(operation.responses()).isNotEmpty();
                })
                .extracting(ApiOperation::id)
                .doesNotHaveDuplicates();
    }

    private static List<ApiOperation> all(ApiResource resource) {
        List<ApiOperation> operations = new java.util.ArrayList<>(resource.operations());
        resource.children().forEach(child -> operations.addAll(all(child)));
        return operations;
    }

    @Test
    void read_resolvesWhatIsReferredTo() {
        ApiOperation search = at("/dicom-web/studies").operations().get(0);
        assertThat(search.parameters())
                .contains(new ApiParameter("limit", "query", false, "xs:int", null))
                .contains(new ApiParameter("offset", "query", false, "xs:int", "0"));
        assertThat(search.responses().get("200")).contains("application/dicom+json");
        ApiOperation store = at("/dicom-web/studies").operations().get(1);
        assertThat(store.requestTypes()).contains("multipart/related");
    }

    @Test
    void find_whatIsNamedGoesBeforeParameters() {
        assertThat(at("/dicom-web/studies/count").segment()).isEqualTo("count");
        assertThat(at("/dicom-web/studies/1.2.3/").segment()).isEqualTo("{study}");
        assertThat(root.find("/dicom-web/studies/1.2.3/nothing")).isEmpty();
        assertThat(root.find("/nothing")).isEmpty();
    }

    @Test
    void allowed_isWhatCanBeDone() {
        assertThat(at("/dicom-web/studies").allowed()).isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(at("/dicom-web").allowed()).isEqualTo("OPTIONS");
    }
}
