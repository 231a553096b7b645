/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.AssociationListener.CloseReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** DICOM over TLS, with a certificate made for the test. */
@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFind;

    @TempDir
    static Path directory;

    private static SSLContext context;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = directory.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Dcmtk.Result result = Dcmtk.run(
                directory,
                keytool,
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store);
        assertThat(result.exitCode()).as(result.output()).isZero();
        context = context(store);
    }

    private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return made;
    }

    @Test
    void store_goesThroughEncrypted() throws Exception {
        RecordingService service = new RecordingService(UID.CTImageStorage);
        byte[] dataset = new byte[1_500_000];
        new Random(1).nextBytes(dataset);
        try (TestServer server = new TestServer(config(true), service)) {
            Association association = connect(server, UID.CTImageStorage);
            for (int i = 0; i < 5; i++) {
                DatasetBody body = DatasetBody.of(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
                assertThat(association.cstore(UID.CTImageStorage, "1.2.3", body).status())
                        .isEqualTo(DimseStatus.SUCCESS);
            }
            assertThat(association.isEncrypted()).isTrue();
            association.release();
            assertThat(service.stored).hasSize(5).allSatisfy(s -> assertThat(s.dataset())
                    .isEqualTo(dataset));
            assertThat(server.events.awaitClosed()).isEqualTo(CloseReason.RELEASED);
        }
    }

    @Test
    void find_isCanceledEncrypted() throws Exception {
        try (TestServer server = new TestServer(config(false), new FindService(100_000, 1));
                Association association = connect(server, FIND)) {
            Attributes identifier = new Attributes();
            identifier.setString(Tag.QueryRetrieveLevel, "STUDY");
            DimseResponses responses = association.cfind(FIND, Priority.MEDIUM, identifier);
            responses.next();
            responses.cancel();
            List<DimseResponse> rest = responses.readAll();
            assertThat(rest.get(rest.size() - 1).status()).isEqualTo(DimseStatus.CANCEL);
        }
    }

    @Test
    void plainPeer_isTurnedAwayAndOthersAreServed() throws Exception {
        try (TestServer server = new TestServer(config(false), new VerificationService())) {
            AssociationRequest.Builder plain =
                    AssociationRequest.builder("SCU", "SCP").context(UID.Verification, UID.ImplicitVRLittleEndian);
            assertThatThrownBy(() -> server.connect(plain)).isInstanceOf(IOException.class);
            try (Association association = connect(server, UID.Verification)) {
                assertThat(association.cecho().status()).isEqualTo(DimseStatus.SUCCESS);
            }
        }
    }

    private static DimseServerConfig.Builder config(boolean needClient) {
        return DimseServerConfig.builder().timeouts(TestServer.SHORT).tls(context, needClient);
    }

    private static Association connect(TestServer server, String sopClass) throws IOException {
        RemoteEndpoint endpoint = new RemoteEndpoint("127.0.0.1", server.server.port(), Optional.of(context));
        AssociationRequest request = AssociationRequest.builder("SCU", "SCP")
                .context(sopClass, UID.ExplicitVRLittleEndian)
                .build();
        return AssociationRequestor.connect(endpoint, request);
    }
}
