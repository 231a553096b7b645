/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.correction.AttributeChanges;
import org.isocenter.archive.correction.Correction;
import org.isocenter.archive.correction.CorrectionReason;
import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.CorrectionTarget;
import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.AssociationRequestor;
import org.isocenter.dicom.net.DimseResponse;
import org.isocenter.dicom.net.DimseResponses;
import org.isocenter.dicom.net.DimseStatus;
import org.isocenter.dicom.net.Priority;
import org.isocenter.dicom.net.RemoteEndpoint;
import org.isocenter.dicom.net.RequestHandler;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.service.dicom.DicomServerBean;
import org.isocenter.testkit.DcmtkTools;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** C-GET and C-MOVE as DCMTK and as a client of our own see them. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class RetrieveDimseTest {

    private static final String GET = UID.StudyRootQueryRetrieveInformationModelGet;
    private static final String MOVE = UID.StudyRootQueryRetrieveInformationModelMove;

    @Inject
    TestArchive archive;

    @Inject
    CorrectionStore corrections;

    @Inject
    DicomServerBean server;

    @ConfigProperty(name = "isocenter.move.destinations.STORESCP")
    String destination;

    @TempDir
    Path folder;

    private final Map<String, byte[]> sent = new HashMap<>();

    @BeforeEach
    void connect() {
        archive.awaitReady();
    }

    private SyntheticStudy store(long seed, int series, int slices, String transferSyntaxUid) {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.CT, seed)
                .withSeries(series)
                .withSlices(slices)
                .withSize(64, 64);
        study.instances()
                .forEach(each -> sent.put(each.getString(Tag.SOPInstanceUID), archive.store(each, transferSyntaxUid)));
        return study;
    }

    private static Map<String, byte[]> received(Path folder) throws IOException {
        Map<String, byte[]> datasets = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    Part10Header header = Part10Header.read(in);
                    datasets.put(
                            header.metaInformation().attributes().getString(Tag.MediaStorageSOPInstanceUID),
                            header.dataset().readAllBytes());
                }
            }
        }
        return datasets;
    }

    private void assertAllReceived(Map<String, byte[]> received, int count) {
        assertThat(received).hasSize(count);
        received.forEach((uid, dataset) -> assertThat(dataset).as(uid).isEqualTo(sent.get(uid)));
    }

    private DcmtkTools.Result getscu(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-v", "+B", "-aec", "ISOCENTER", "-od", folder.toString()));
        all.addAll(List.of(arguments));
        all.addAll(List.of("127.0.0.1", Integer.toString(server.port())));
        return DcmtkTools.run("getscu", all.toArray(String[]::new));
    }

    @Test
    void getscu_study() throws IOException {
        assumeTrue(DcmtkTools.areInstalled("getscu"), DcmtkTools.missing("getscu"));
        SyntheticStudy study = store(1, 2, 6, UID.ExplicitVRLittleEndian);

        DcmtkTools.Result result = getscu("-S", "-k", "0008,0052=STUDY", "-k", "0020,000D=" + study.studyInstanceUid());

        assertThat(result.exitCode()).as(result.errors()).isZero();
        assertAllReceived(received(folder), 12);
    }

    @Test
    void getscu_listOfInstances() throws IOException {
        assumeTrue(DcmtkTools.areInstalled("getscu"), DcmtkTools.missing("getscu"));
        SyntheticStudy study = store(2, 1, 5, UID.ExplicitVRLittleEndian);

        DcmtkTools.Result result = getscu(
                "-S",
                "-k",
                "0008,0052=IMAGE",
                "-k",
                "0020,000D=" + study.studyInstanceUid(),
                "-k",
                "0020,000E=" + study.seriesInstanceUid(0),
                "-k",
                "0008,0018=" + study.sopInstanceUid(0, 1) + "\\" + study.sopInstanceUid(0, 3));

        assertThat(result.exitCode()).as(result.errors()).isZero();
        Map<String, byte[]> received = received(folder);
        assertAllReceived(received, 2);
        assertThat(received).containsOnlyKeys(study.sopInstanceUid(0, 1), study.sopInstanceUid(0, 3));
    }

    @Test
    void getscu_patient() throws IOException {
        assumeTrue(DcmtkTools.areInstalled("getscu"), DcmtkTools.missing("getscu"));
        SyntheticStudy study = store(3, 1, 3, UID.ExplicitVRLittleEndian);
        archive.project(study.studyInstanceUid());

        // no issuer is named, though the patient has one
        DcmtkTools.Result result = getscu(
                "-P",
                "-k",
                "0008,0052=PATIENT",
                "-k",
                "0010,0020=" + study.instance(0, 0).getString(Tag.PatientID));

        assertThat(result.exitCode()).as(result.errors()).isZero();
        assertAllReceived(received(folder), 3);
    }

    @Test
    void movescu_series() throws IOException, InterruptedException {
        assumeTrue(DcmtkTools.areInstalled("movescu", "storescp"), DcmtkTools.missing("movescu", "storescp"));
        SyntheticStudy study = store(4, 2, 4, UID.ExplicitVRLittleEndian);
        Process storescp = storescp();
        try {
            DcmtkTools.Result result = DcmtkTools.run(
                    "movescu",
                    "-v",
                    "-S",
                    "-aec",
                    "ISOCENTER",
                    "-aem",
                    "STORESCP",
                    "-k",
                    "0008,0052=SERIES",
                    "-k",
                    "0020,000D=" + study.studyInstanceUid(),
                    "-k",
                    "0020,000E=" + study.seriesInstanceUid(1),
                    "127.0.0.1",
                    Integer.toString(server.port()));

            assertThat(result.exitCode()).as(result.errors()).isZero();
        } finally {
            storescp.destroy();
            storescp.waitFor();
        }
        Map<String, byte[]> received = received(folder);
        assertAllReceived(received, 4);
        assertThat(received).containsKey(study.sopInstanceUid(1, 0));
    }

    private int destinationPort() {
        return Integer.parseInt(destination.substring(destination.indexOf(':') + 1));
    }

    private Process storescp() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        DcmtkTools.find("storescp").orElseThrow().toString(),
                        "+B",
                        "-od",
                        folder.toString(),
                        Integer.toString(destinationPort()))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/storescp.log"))
                .start();
        for (int attempt = 0; attempt < 100; attempt++) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress("127.0.0.1", destinationPort()), 1000);
                return process;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        process.destroy();
        throw new IOException("storescp does not listen");
    }

    private Association connect(String sopClass, String... storageSyntaxes) throws IOException {
        AssociationRequest.Builder request =
                AssociationRequest.builder("TESTSCU", "ISOCENTER").context(sopClass, UID.ExplicitVRLittleEndian);
        if (storageSyntaxes.length > 0) {
            request.context(UID.CTImageStorage, storageSyntaxes).role(UID.CTImageStorage, false, true);
        }
        return AssociationRequestor.connect(new RemoteEndpoint("127.0.0.1", server.port()), request.build());
    }

    private static Attributes study(String studyInstanceUid) {
        Attributes identifier = new Attributes();
        identifier.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        identifier.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid);
        return identifier;
    }

    private static DimseResponse last(DimseResponses responses) throws IOException {
        DimseResponse response = null;
        while (responses.hasNext()) {
            response = responses.next();
        }
        return response;
    }

    private DimseResponse get(Attributes identifier, RequestHandler stores, String... syntaxes) throws IOException {
        try (Association association = connect(GET, syntaxes)) {
            return last(association.cget(GET, Priority.MEDIUM, identifier, stores));
        }
    }

    private static RequestHandler keepIn(Map<String, byte[]> datasets) {
        return (association, request) -> {
            datasets.put(request.affectedSopInstanceUid(), request.dataset().readAllBytes());
            association.respond(request, DimseStatus.SUCCESS);
        };
    }

    @Test
    void get_countsAreRight() throws IOException {
        SyntheticStudy study = store(5, 1, 7, UID.ExplicitVRLittleEndian);
        Map<String, byte[]> received = new HashMap<>();

        DimseResponse last = get(study(study.studyInstanceUid()), keepIn(received), UID.ExplicitVRLittleEndian);

        assertThat(last.status()).isEqualTo(DimseStatus.SUCCESS);
        assertThat(last.completed()).isEqualTo(7);
        assertThat(last.failed()).isZero();
        assertThat(last.dataset()).isEmpty();
        assertAllReceived(received, 7);
    }

    @Test
    void get_otherUncompressedSyntax_isRecoded() throws IOException {
        SyntheticStudy study = store(6, 1, 2, UID.ExplicitVRLittleEndian);
        Map<String, byte[]> received = new HashMap<>();

        DimseResponse last = get(study(study.studyInstanceUid()), keepIn(received), UID.ImplicitVRLittleEndian);

        assertThat(last.status()).isEqualTo(DimseStatus.SUCCESS);
        assertThat(received).hasSize(2);
        assertThat(received.get(study.sopInstanceUid(0, 0)))
                .isEqualTo(org.isocenter.testkit.Part10Files.dataset(study.instance(0, 0), UID.ImplicitVRLittleEndian));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UID.ImplicitVRLittleEndian,
                UID.ExplicitVRLittleEndian,
                UID.ExplicitVRBigEndian,
                UID.DeflatedExplicitVRLittleEndian
            })
    void get_corrected_isMergedInTheStoredSyntax_andRevokedIsAsItWas(String syntax) throws IOException {
        SyntheticStudy study = store(9000 + syntax.hashCode(), 1, 2, syntax);
        Attributes set = new Attributes();
        set.setSpecificCharacterSet("ISO_IR 192");
        set.setString(Tag.PatientName, "Lind^Åsa=林^明");
        Correction recorded = corrections.append(
                study.studyInstanceUid(), correction(new AttributeChanges(set, Collections.emptySortedSet()), 0));
        Map<String, byte[]> received = new HashMap<>();

        DimseResponse last = get(study(study.studyInstanceUid()), keepIn(received), syntax);

        assertThat(last.status()).isEqualTo(DimseStatus.SUCCESS);
        assertThat(received).hasSize(2);
        for (int i = 0; i < 2; i++) {
            Attributes expected = InstanceCorrections.of(List.of(recorded)).apply(study.instance(0, i));
            assertThat(DatasetReader.read(received.get(study.sopInstanceUid(0, i)), TransferSyntax.of(syntax)))
                    .isEqualTo(expected);
            if (!TransferSyntax.of(syntax).deflated()) {
                assertThat(received.get(study.sopInstanceUid(0, i)))
                        .isEqualTo(DatasetWriter.toBytes(expected, TransferSyntax.of(syntax)));
            }
        }

        corrections.append(study.studyInstanceUid(), correction(AttributeChanges.NONE, recorded.number()));
        received.clear();
        get(study(study.studyInstanceUid()), keepIn(received), syntax);
        assertAllReceived(received, 2);
    }

    private static Correction correction(AttributeChanges changes, int revokes) {
        return new Correction(
                0,
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "tester",
                CorrectionReason.CORRECT,
                "",
                new CorrectionTarget.OfStudy(),
                changes,
                revokes);
    }

    @Test
    void movescu_corrected() throws IOException, InterruptedException {
        assumeTrue(DcmtkTools.areInstalled("movescu", "storescp"), DcmtkTools.missing("movescu", "storescp"));
        SyntheticStudy study = store(9100, 1, 2, UID.ExplicitVRLittleEndian);
        Attributes set = new Attributes();
        set.setSpecificCharacterSet("ISO_IR 192");
        set.setString(Tag.PatientName, "Lind^Åsa=林^明");
        corrections.append(
                study.studyInstanceUid(), correction(new AttributeChanges(set, Collections.emptySortedSet()), 0));
        Process storescp = storescp();
        try {
            DcmtkTools.Result result = DcmtkTools.run(
                    "movescu",
                    "-S",
                    "-aec",
                    "ISOCENTER",
                    "-aem",
                    "STORESCP",
                    "-k",
                    "0008,0052=STUDY",
                    "-k",
                    "0020,000D=" + study.studyInstanceUid(),
                    "127.0.0.1",
                    Integer.toString(server.port()));
            assertThat(result.exitCode()).as(result.errors()).isZero();
        } finally {
            storescp.destroy();
            storescp.waitFor();
        }
        Map<String, byte[]> received = received(folder);
        assertThat(received).hasSize(2);
        for (byte[] dataset : received.values()) {
            assertThat(DatasetReader.read(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
                            .getString(Tag.PatientName))
                    .isEqualTo("Lind^Åsa=林^明");
        }
    }

    @Test
    void get_noContext_fails() throws IOException {
        SyntheticStudy study = store(7, 1, 2, UID.ExplicitVRLittleEndian);

        DimseResponse last = get(study(study.studyInstanceUid()), keepIn(new HashMap<>()), UID.JPEGBaseline8Bit);

        assertThat(last.status()).isEqualTo(DimseStatus.UNABLE_TO_PERFORM_SUBOPERATIONS);
        assertThat(last.failed()).isEqualTo(2);
        assertThat(last.dataset().orElseThrow().getStrings(Tag.FailedSOPInstanceUIDList))
                .containsExactlyInAnyOrder(study.sopInstanceUid(0, 0), study.sopInstanceUid(0, 1));
    }

    @Test
    void get_someRefusedByThePeer_warns() throws IOException {
        SyntheticStudy study = store(8, 1, 3, UID.ExplicitVRLittleEndian);

        DimseResponse last = get(
                study(study.studyInstanceUid()),
                (association, request) -> association.respond(
                        request,
                        request.affectedSopInstanceUid().equals(study.sopInstanceUid(0, 1))
                                ? DimseStatus.OUT_OF_RESOURCES
                                : DimseStatus.SUCCESS),
                UID.ExplicitVRLittleEndian);

        assertThat(last.status()).isEqualTo(DimseStatus.SUBOPERATIONS_COMPLETE_WITH_FAILURES);
        assertThat(last.completed()).isEqualTo(2);
        assertThat(last.failed()).isEqualTo(1);
        assertThat(last.dataset().orElseThrow().getStrings(Tag.FailedSOPInstanceUIDList))
                .containsExactly(study.sopInstanceUid(0, 1));
    }

    @Test
    void get_nothingThere_succeedsWithNone() throws IOException {
        DimseResponse last = get(study("1.2.3.999"), keepIn(new HashMap<>()), UID.ExplicitVRLittleEndian);

        assertThat(last.status()).isEqualTo(DimseStatus.SUCCESS);
        assertThat(last.completed()).isZero();
    }

    @Test
    void get_identifierWithoutKeyOrWithForeignLevel_doesNotMatch() throws IOException {
        Attributes noKey = new Attributes();
        noKey.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        Attributes patient = new Attributes();
        patient.setString(Tag.QueryRetrieveLevel, VR.CS, "PATIENT");
        patient.setString(Tag.PatientID, VR.LO, "X");
        for (Attributes identifier : List.of(noKey, patient, new Attributes())) {
            DimseResponse last = get(identifier, keepIn(new HashMap<>()), UID.ExplicitVRLittleEndian);

            assertThat(last.status()).isEqualTo(DimseStatus.DATASET_DOES_NOT_MATCH_SOP_CLASS);
            assertThat(last.errorComment()).isNotEmpty();
        }
    }

    @Test
    void get_canceled_endsEarly() throws IOException {
        SyntheticStudy study = store(9, 1, 20, UID.ExplicitVRLittleEndian);
        Map<String, byte[]> received = new HashMap<>();
        try (Association association = connect(GET, UID.ExplicitVRLittleEndian)) {
            DimseResponses responses =
                    association.cget(GET, Priority.MEDIUM, study(study.studyInstanceUid()), keepIn(received));
            DimseResponse response = responses.next();
            responses.cancel();
            while (response.isPending()) {
                response = responses.next();
            }

            assertThat(response.status()).isEqualTo(DimseStatus.CANCEL);
            assertThat(response.remaining() + response.completed()).isEqualTo(20);
            assertThat(response.remaining()).isPositive();
        }
    }

    @Test
    void move_unknownDestination_isSaid() throws IOException {
        try (Association association = connect(MOVE)) {
            DimseResponse last = last(association.cmove(MOVE, Priority.MEDIUM, "NOBODY", study("1.2.3.999")));

            assertThat(last.status()).isEqualTo(DimseStatus.MOVE_DESTINATION_UNKNOWN);
        }
    }

    @Test
    void move_destinationDoesNotAnswer_fails() throws IOException {
        SyntheticStudy study = store(10, 1, 2, UID.ExplicitVRLittleEndian);
        try (Association association = connect(MOVE)) {
            DimseResponse last =
                    last(association.cmove(MOVE, Priority.MEDIUM, "ABSENT", study(study.studyInstanceUid())));

            assertThat(last.status()).isEqualTo(DimseStatus.UNABLE_TO_PERFORM_SUBOPERATIONS);
            assertThat(last.failed()).isEqualTo(2);
        }
    }
}
