/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.dimse;

import java.io.IOException;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.loadtest.data.Identifiers;
import org.isocenter.loadtest.data.Instance;
import org.isocenter.loadtest.data.InstanceTemplate;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.peer.Peer;
import org.isocenter.loadtest.peer.PeerKind;
import org.isocenter.testkit.DcmtkTools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DicomClientTest {

    private static final int STUDY = Identifiers.FIRST_IMAGE_STUDY;

    private final Identifiers identifiers = Identifiers.at(7);
    private final InstanceTemplate images = InstanceTemplate.images(identifiers);

    @BeforeEach
    void needsAPeer() {
        assumeTrue(DcmtkTools.areInstalled("dcmqrscp"), DcmtkTools.missing("dcmqrscp"));
    }

    @Test
    void storeFindGet_dcmqrscp_givesBackWhatWasStored() throws Exception {
        try (Peer peer = Peer.start(PeerKind.DCMQRSCP)) {
            Target target = peer.target();
            long stored = 0;
            try (DicomClient client = DicomClient.forStore(target.host(), target.dicomPort(), target.aet())) {
                for (int i = 0; i < 3; i++) {
                    Instance instance = images.instance(STUDY, i);
                    client.store(instance.sopInstanceUid(), instance.dataset());
                    stored += instance.length();
                }
            }
            byte[] identifier = identifier(identifiers.studyInstanceUid(STUDY));
            try (DicomClient client = DicomClient.forFind(target.host(), target.dicomPort(), target.aet())) {
                assertThat(client.find(identifier)).isEqualTo(1);
                assertThat(client.find(identifier("1.2.3"))).isZero();
            }
            try (DicomClient client = DicomClient.forGet(target.host(), target.dicomPort(), target.aet())) {
                assertThat(client.get(identifier)).isEqualTo(3);
                assertThat(client.receivedBytes()).isGreaterThanOrEqualTo(stored);
            }
        }
    }

    @Test
    void open_contextThatThePeerLacks_fails() throws Exception {
        assumeTrue(DcmtkTools.areInstalled("storescp"), DcmtkTools.missing("storescp"));
        try (Peer peer = Peer.start(PeerKind.STORESCP)) {
            Target target = peer.target();
            assertThatThrownBy(() -> DicomClient.forFind(target.host(), target.dicomPort(), target.aet()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("refused");
        }
    }

    private static byte[] identifier(String studyInstanceUid) {
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, "STUDY");
        keys.setString(Tag.StudyInstanceUID, studyInstanceUid);
        return DatasetWriter.toBytes(keys, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }
}
