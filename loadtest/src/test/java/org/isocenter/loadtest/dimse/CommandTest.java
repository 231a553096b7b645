/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandTest {

    @Test
    void decode_whatWasEncoded_isTheSame() {
        Command command = new Command()
                .uid(Command.AFFECTED_SOP_CLASS_UID, "1.2.840.10008.1.1")
                .number(Command.COMMAND_FIELD, 0x8001)
                .number(Command.COMMAND_DATA_SET_TYPE, Command.NO_DATA_SET)
                .number(Command.STATUS, 0xff00);

        Command read = Command.decode(command.encode());

        assertThat(read.uid(Command.AFFECTED_SOP_CLASS_UID)).isEqualTo("1.2.840.10008.1.1");
        assertThat(read.number(Command.COMMAND_FIELD)).isEqualTo(0x8001);
        assertThat(read.number(Command.STATUS)).isEqualTo(0xff00);
        assertThat(read.hasDataSet()).isFalse();
        assertThat(read.encode()).isEqualTo(command.encode());
    }

    @Test
    void encode_anyCommand_beginsWithTheGroupLength() {
        byte[] bytes = new Command().number(Command.MESSAGE_ID, 7).encode();

        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(8))
                .isEqualTo(bytes.length - 12)
                .isEqualTo(10);
    }

    @Test
    void number_absentElement_isNegative() {
        assertThat(new Command().number(Command.STATUS)).isNegative();
    }
}
