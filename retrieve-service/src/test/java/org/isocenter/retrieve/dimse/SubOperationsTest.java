/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubOperationsTest {

    @Test
    void finalStatus_allCompleted_isSuccess() {
        SubOperations operations = new SubOperations(1);
        operations.answered("1.2", 0x0000);

        assertThat(operations.finalStatus()).isZero();
        assertThat(operations.identifier()).isNull();
    }

    @Test
    void finalStatus_nothingToDo_isSuccess() {
        assertThat(new SubOperations(0).finalStatus()).isZero();
    }

    @Test
    void finalStatus_someFailed_isWarningWithTheirUids() {
        SubOperations operations = new SubOperations(3);
        operations.answered("1.1", 0x0000);
        operations.answered("1.2", 0xA700);
        operations.failed("1.3");

        assertThat(operations.finalStatus()).isEqualTo(0xB000);
        assertThat(operations.identifier().getStrings(Tag.FailedSOPInstanceUIDList))
                .containsExactly("1.2", "1.3");
    }

    @Test
    void finalStatus_warningsOnly_isWarningWithoutFailures() {
        SubOperations operations = new SubOperations(1);
        operations.answered("1.1", 0xB007);

        assertThat(operations.finalStatus()).isEqualTo(0xB000);
        assertThat(operations.identifier()).isNull();
    }

    @Test
    void finalStatus_allFailed_isUnableToPerform() {
        SubOperations operations = new SubOperations(1);
        operations.failed("1.1");

        assertThat(operations.finalStatus()).isEqualTo(0xA702);
    }

    @Test
    void writeTo_canceled_saysHowManyRemain() {
        SubOperations operations = new SubOperations(3);
        operations.answered("1.1", 0x0000);
        operations.cancel();
        Attributes command = new Attributes();
        operations.writeTo(command, operations.finalStatus());

        assertThat(operations.finalStatus()).isEqualTo(0xFE00);
        assertThat(command.getInt(Tag.NumberOfRemainingSuboperations, -1)).isEqualTo(2);
        assertThat(command.getInt(Tag.NumberOfCompletedSuboperations, -1)).isEqualTo(1);
    }

    @Test
    void writeTo_finished_leavesOutTheRemaining() {
        Attributes command = new Attributes();
        new SubOperations(0).writeTo(command, 0x0000);

        assertThat(command.contains(Tag.NumberOfRemainingSuboperations)).isFalse();
    }
}
