/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Golden bytes, written out after PS3.8 9.3 and PS3.7 D.3.3. */
class PduTest {
    // type, length 207; version 1; AE titles; 32 reserved
    private static final String REQUEST = "01 00 000000D1 0001 0000"
            + "414E592D5343502020202020202020204543484F534355202020202020202020"
            + "0000000000000000000000000000000000000000000000000000000000000000"
            // application context 1.2.840.10008.3.1.1.1
            + "10 00 0015 312E322E3834302E31303030382E332E312E312E31"
            // context 1: Verification, implicit little endian
            + "20 00 002E 01 00 00 00"
            + "30 00 0011 312E322E3834302E31303030382E312E31"
            + "40 00 0011 312E322E3834302E31303030382E312E32"
            // maximum length 16384, implementation 1.2.3, window 4/2, role of 1.2.4, version name V1
            + "50 00 003E"
            + "51 00 0004 00004000"
            + "52 00 0005 312E322E33"
            + "53 00 0004 0004 0002"
            + "54 00 0009 0005 312E322E34 00 01"
            + "55 00 0002 5631"
            // identity: user and passcode, response wanted
            + "58 00 000E 02 01 0003 627562 0005 6E6F6E6F6E";

    private static final AssociateRq REQUEST_VALUE = new AssociateRq(
            1,
            "ANY-SCP",
            "ECHOSCU",
            AssociateRq.DICOM_APPLICATION_CONTEXT,
            List.of(new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2"))),
            new UserInformation(
                    16384,
                    "1.2.3",
                    "V1",
                    new AsyncOperationsWindow(4, 2),
                    List.of(new RoleSelection("1.2.4", false, true)),
                    List.of(),
                    List.of(),
                    new UserIdentity(
                            UserIdentity.USERNAME_AND_PASSCODE,
                            true,
                            "bub".getBytes(StandardCharsets.UTF_8),
                            "nonon".getBytes(StandardCharsets.UTF_8)),
                    null));

    @Test
    void associateRequest_isEncodedToTheByte() {
        byte[] expected = hex(REQUEST);
        expected[5] = (byte) (expected.length - Pdu.HEADER_LENGTH);
        assertThat(PduEncoder.encode(REQUEST_VALUE)).isEqualTo(expected);
    }

    @Test
    void associateRequest_isDecoded() throws PduException {
        AssociateRq decoded = (AssociateRq) decode(hex(REQUEST));
        assertThat(decoded).usingRecursiveComparison().isEqualTo(REQUEST_VALUE);
        assertThat(decoded.userInformation().userIdentity().primaryText()).isEqualTo("bub");
        assertThat(decoded.toString()).doesNotContain("bub").doesNotContain("nonon");
    }

    @Test
    void associateAccept_isReadBack() throws PduException {
        UserInformation user = new UserInformation(
                0,
                "1.2.3",
                "",
                null,
                List.of(),
                List.of(new ExtendedNegotiation("1.2.5", new byte[] {1, 0, 1})),
                List.of(),
                null,
                new byte[] {9, 8, 7});
        AssociateAc accept = new AssociateAc(
                1,
                "CALLED",
                "CALLING",
                AssociateRq.DICOM_APPLICATION_CONTEXT,
                List.of(
                        new ContextResult(1, ContextResult.ACCEPTANCE, "1.2.840.10008.1.2"),
                        new ContextResult(3, ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED, "1.2")),
                user);
        assertThat(decode(PduEncoder.encode(accept))).usingRecursiveComparison().isEqualTo(accept);
    }

    @Test
    void commonExtendedNegotiation_isReadBack() throws PduException {
        CommonExtendedNegotiation common = new CommonExtendedNegotiation(
                "1.2.9", CommonExtendedNegotiation.STORAGE_SERVICE_CLASS, List.of("1.2.10", "1.2.11"));
        UserInformation user = new UserInformation(1, "", "", null, List.of(), List.of(), List.of(common), null, null);
        AssociateRq request = new AssociateRq(1, "A", "B", "1.2", List.of(), user);
        AssociateRq decoded = (AssociateRq) decode(PduEncoder.encode(request));
        assertThat(decoded.userInformation().commonExtended("1.2.9")).contains(common);
    }

    @ParameterizedTest
    @CsvSource({
        "03000000000400020302, 2, 3, 2",
        "03000000000400010107, 1, 1, 7",
    })
    void reject_isThreeCodes(String hex, int result, int source, int reason) throws PduException {
        AssociateRj reject = new AssociateRj(result, source, reason);
        assertThat(PduEncoder.encode(reject)).isEqualTo(hex(hex));
        assertThat(decode(hex(hex))).isEqualTo(reject);
    }

    @Test
    void releaseAndAbort_areFourBytes() throws PduException {
        assertThat(PduEncoder.encode(new ReleaseRq())).isEqualTo(hex("05000000000400000000"));
        assertThat(PduEncoder.encode(new ReleaseRp())).isEqualTo(hex("06000000000400000000"));
        assertThat(PduEncoder.encode(Abort.INVALID_PDU_PARAMETER)).isEqualTo(hex("07000000000400000206"));
        assertThat(decode(hex("07000000000400000000"))).isEqualTo(Abort.BY_USER);
    }

    @Test
    void unknownItems_areSkipped() throws PduException {
        byte[] request = hex(REQUEST + "77 00 0003 010203");
        assertThat(decode(request)).usingRecursiveComparison().isEqualTo(REQUEST_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"00", "02"})
    void evenContextId_isRefused(String id) {
        byte[] request = hex(REQUEST.replace("002E 01 00 00 00", "002E " + id + " 00 00 00"));
        assertThatThrownBy(() -> decode(request)).isInstanceOf(PduException.class);
    }

    @Test
    void everyTruncation_isRefusedOrKnownToBeShorter() {
        byte[] request = hex(REQUEST);
        int refused = 0;
        for (int length = Pdu.HEADER_LENGTH; length < request.length; length++) {
            try {
                decode(Arrays.copyOf(request, length));
            } catch (PduException e) {
                refused++;
            }
        }
        // between items a request may end
        assertThat(refused).isGreaterThan(request.length - Pdu.HEADER_LENGTH - 10);
    }

    private static Pdu decode(byte[] pdu) throws PduException {
        return PduDecoder.decode(pdu[0], Arrays.copyOfRange(pdu, Pdu.HEADER_LENGTH, pdu.length));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
