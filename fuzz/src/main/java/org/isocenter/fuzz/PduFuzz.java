/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.util.Arrays;

import org.isocenter.dicom.net.pdu.Pdu;
import org.isocenter.dicom.net.pdu.PduDecoder;
import org.isocenter.dicom.net.pdu.PduEncoder;

/** PDUs but P-DATA-TF (PS3.8 9.3): a byte of type, then the variable field. */
public final class PduFuzz {

    private static final int HEADER = 6;

    private PduFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Check.run(input, () -> {
            Pdu pdu = PduDecoder.decode(input[0] & 0xFF, Arrays.copyOfRange(input, 1, input.length));
            byte[] encoded = PduEncoder.encode(pdu);
            Pdu again = Check.own(
                    () -> PduDecoder.decode(encoded[0] & 0xFF, Arrays.copyOfRange(encoded, HEADER, encoded.length)));
            Check.require(Arrays.equals(encoded, PduEncoder.encode(again)), "a PDU differs after it was encoded");
        });
    }
}
