/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.HexFormat;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.net.pdu.PduException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Golden bytes of command sets, written out after PS3.7 6.3 and 9.3.5. */
class CommandCodecTest {
    private static final String ECHO = "00000000 04000000 38000000"
            // Affected SOP Class UID, padded with a null
            + "00000200 12000000 312E322E3834302E31303030382E312E3100"
            + "00000001 02000000 3000"
            + "00001001 02000000 0700"
            + "00000008 02000000 0101";

    @Test
    void echoRequest_isEncodedToTheByte() {
        Attributes command = Commands.request(CommandField.C_ECHO_RQ, UID.Verification);
        command.setInt(Tag.MessageID, VR.US, 7);
        command.setInt(Tag.CommandDataSetType, VR.US, 0x0101);
        assertThat(HexFormat.of().withUpperCase().formatHex(CommandCodec.encode(command)))
                .isEqualTo(ECHO.replace(" ", ""));
    }

    @Test
    void echoRequest_isDecoded() throws PduException {
        byte[] bytes = HexFormat.of().parseHex(ECHO.replace(" ", ""));
        Attributes command = CommandCodec.decode(bytes, bytes.length);
        assertThat(command.getString(Tag.AffectedSOPClassUID)).isEqualTo(UID.Verification);
        assertThat(command.getInt(Tag.CommandField, 0)).isEqualTo(CommandField.C_ECHO_RQ.code());
        assertThat(command.getInt(Tag.MessageID, 0)).isEqualTo(7);
    }

    @Test
    void valueBeyondTheEnd_isRefused() {
        byte[] bytes = HexFormat.of().parseHex("00000001FFFFFFFF3000");
        assertThatThrownBy(() -> CommandCodec.decode(bytes, bytes.length)).isInstanceOf(PduException.class);
    }
}
