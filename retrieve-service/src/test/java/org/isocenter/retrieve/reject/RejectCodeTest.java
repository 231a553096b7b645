/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.reject;

import org.isocenter.archive.model.RejectionReason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectCodeTest {

    @Test
    void reason_isThatOfTheCode_withItsSchemeOrWithout() {
        for (RejectionReason each : RejectionReason.values()) {
            assertThat(RejectCode.reason(each.codeValue())).contains(each);
            assertThat(RejectCode.reason(each.codeValue() + "^DCM")).contains(each);
            assertThat(RejectCode.reason(each.codeValue() + "^99LOCAL")).isEmpty();
        }
        assertThat(RejectCode.reason("")).isEmpty();
        assertThat(RejectCode.reason("^DCM")).isEmpty();
        assertThat(RejectCode.reason("113000^DCM")).isEmpty();
    }

    @Test
    void revocation_isOursOrThatOfDcm4chee() {
        assertThat(RejectCode.isRevocation("revoke")).isTrue();
        assertThat(RejectCode.isRevocation("REVOKE_REJECTION^99DCM4CHEE")).isTrue();
        assertThat(RejectCode.isRevocation("113001^DCM")).isFalse();
    }
}
