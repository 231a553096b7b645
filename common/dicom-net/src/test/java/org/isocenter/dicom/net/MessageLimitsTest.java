/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.net.pdu.ReleaseRp;
import org.isocenter.dicom.net.pdu.ReleaseRq;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read into memory of messages is little, whatever a peer sends. */
class MessageLimitsTest {
    private static final int COMMAND_LAST = 3;
    private static final int DATA_LAST = 2;
    private static final int FIND = 5;

    @Test
    void identifierOfManyMegabytes_isNotReadIntoMemory() throws Exception {
        try (TestServer server = new TestServer(new FindService(1, 0));
                Association association = server.connect(AssociationRequest.builder("SCU", "SCP")
                        .context(UID.StudyRootQueryRetrieveInformationModelFind, UID.ImplicitVRLittleEndian))) {
            Attributes identifier = new Attributes();
            identifier.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
            identifier.setBytes(Tag.PatientComments, VR.LT, new byte[8 << 20]);
            List<DimseResponse> responses = association
                    .cfind(UID.StudyRootQueryRetrieveInformationModelFind, Priority.MEDIUM, identifier)
                    .readAll();
            assertThat(responses).hasSize(1);
            assertThat(responses.get(0).status()).isEqualTo(DimseStatus.PROCESSING_FAILURE);
            identifier.setBytes(Tag.PatientComments, VR.LT, new byte[1 << 20]);
            assertThat(association
                            .cfind(UID.StudyRootQueryRetrieveInformationModelFind, Priority.MEDIUM, identifier)
                            .readAll())
                    .hasSize(2);
        }
    }

    @Test
    void responseThatNobodyAwaits_isPassedOverUnread() throws Exception {
        try (TestServer server = new TestServer(
                        new VerificationService(), new RecordingService(UID.CTImageStorage), new FindService(1, 0));
                RawPeer peer = RawPeer.associated(server)) {
            Attributes command = new Attributes();
            command.setString(Tag.AffectedSOPClassUID, VR.UI, UID.StudyRootQueryRetrieveInformationModelFind);
            command.setInt(Tag.CommandField, VR.US, CommandField.C_FIND_RSP.code());
            command.setInt(Tag.MessageIDBeingRespondedTo, VR.US, 99);
            command.setInt(Tag.CommandDataSetType, VR.US, 0);
            command.setInt(Tag.Status, VR.US, 0xFF00);
            peer.sendPdv(FIND, COMMAND_LAST, CommandCodec.encode(command));
            peer.sendPdv(FIND, DATA_LAST, "no data set at all".getBytes(StandardCharsets.US_ASCII));
            peer.send(new ReleaseRq());
            assertThat(peer.read()).isInstanceOf(ReleaseRp.class);
        }
    }
}
