/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TargetTest {

    @Test
    void parse_allKeys_givesThem() {
        Target target =
                Target.parse("name=a,host=10.0.0.1,dicom=11112,aet=ARCHIVE,web=http://10.0.0.1:8080/dicom-web/");

        assertThat(target.host()).isEqualTo("10.0.0.1");
        assertThat(target.dicomPort()).isEqualTo(11112);
        assertThat(target.aet()).isEqualTo("ARCHIVE");
        assertThat(target.web()).isEqualTo(URI.create("http://10.0.0.1:8080/dicom-web"));
        assertThat(target.services()).containsExactlyInAnyOrder(Service.values());
    }

    @Test
    void parse_withoutPortOrRoot_hasOnlyTheOtherServices() {
        assertThat(Target.parse("name=a,web=http://127.0.0.1/x").services()).containsExactly(Service.WEB);
        assertThat(Target.parse("name=a,dicom=104,services=store+find").services())
                .containsExactlyInAnyOrder(Service.STORE, Service.FIND);
    }

    @Test
    void parse_unknownKeyOrNoName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse("name=a,prot=104"));
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse("dicom=104"));
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse("somewhere"));
    }
}
