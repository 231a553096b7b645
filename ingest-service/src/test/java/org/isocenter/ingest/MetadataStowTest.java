/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.ingest.MetadataBody.Instance;
import org.isocenter.ingest.StowClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** STOW-RS of metadata and bulk data (PS3.18 10.5.2). */
@QuarkusTest
class MetadataStowTest {

    private static final String STUDIES = "/dicom-web/studies";
    private static final String OCTETS = "application/octet-stream";
    private static final String PIXELS = "7FE00010";
    private static final String FAILED = "00081198";
    private static final String REFERENCED = "00081199";
    private static final String OTHER_FAILURES = "0008119A";
    private static final int MISMATCH = 0xc003;
    private static final int PIXEL_DATA_INVALID = 0xc001;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    MemorySink sink;

    private StowClient client;

    @BeforeEach
    void connect() {
        client = new StowClient(port);
    }

    private Answer json(MetadataBody body) {
        return client.post(STUDIES, MetadataBody.JSON, "application/dicom+json", body.end());
    }

    private Attributes kept(Instance instance) throws IOException {
        return DatasetReader.read(
                sink.dataset(instance.sopInstanceUid()).orElseThrow(),
                sink.request(instance.sopInstanceUid()).transferSyntax());
    }

    private String keptSyntax(Instance instance) {
        return sink.request(instance.sopInstanceUid()).transferSyntax().uid();
    }

    private void assertFailed(Answer answer, Instance instance, int reason) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.items(FAILED)).hasSize(1);
        JsonNode failed = answer.items(FAILED).get(0);
        assertThat(failed.at("/00081155/Value/0").asText()).isEqualTo(instance.sopInstanceUid());
        assertThat(failed.at("/00081197/Value/0").asInt()).isEqualTo(reason);
        assertThat(sink.dataset(instance.sopInstanceUid())).isEmpty();
    }

    private static byte[] pixels(int length) {
        byte[] pixels = new byte[length];
        for (int i = 0; i < length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        return pixels;
    }

    @Test
    void store_jsonWithNativePixelData() throws IOException {
        Instance instance = Instance.capture().grey(4, 6).bulk(PIXELS, "OB", "pixels/1");
        Answer answer = json(new MetadataBody().json(instance).bulk(OCTETS, "pixels/1", pixels(24)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.items(REFERENCED).get(0).at("/00081155/Value/0").asText())
                .isEqualTo(instance.sopInstanceUid());
        Attributes kept = kept(instance);
        assertThat(keptSyntax(instance)).isEqualTo(UID.ExplicitVRLittleEndian);
        assertThat(kept.getBytes(Tag.PixelData)).isEqualTo(pixels(24));
        assertThat(kept.getString(Tag.PatientID)).isEqualTo("T-1");
        assertThat(kept.getInt(Tag.Columns, 0)).isEqualTo(6);
    }

    @Test
    void store_xmlWithNativePixelData() throws IOException {
        Instance first = Instance.capture().grey(4, 6).bulk(PIXELS, "OB", "pixels/1");
        Instance second = Instance.capture(first.value("0020000D")).grey(2, 2).bulk(PIXELS, "OW", "pixels/2");
        Answer answer = client.post(
                STUDIES,
                MetadataBody.XML,
                "application/dicom+xml",
                new MetadataBody()
                        .xml(first)
                        .xml(second)
                        .bulk(OCTETS, "pixels/2", pixels(4))
                        .bulk(OCTETS, "pixels/1", pixels(24))
                        .end());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).contains("<NativeDicomModel", first.sopInstanceUid());
        assertThat(kept(first).getBytes(Tag.PixelData)).isEqualTo(pixels(24));
        assertThat(kept(second).getBytes(Tag.PixelData)).isEqualTo(pixels(4));
    }

    /** Longer than what any buffer on the way holds. */
    @Test
    void store_longPixelData() throws IOException {
        Instance instance = Instance.capture().grey(3000, 2000).bulk(PIXELS, "OB", "x");
        assertThat(json(new MetadataBody().json(instance).bulk(OCTETS, "x", pixels(6_000_000)))
                        .status())
                .isEqualTo(200);
        assertThat(kept(instance).getBytes(Tag.PixelData)).isEqualTo(pixels(6_000_000));
    }

    @ParameterizedTest
    @CsvSource({"a/b, a/b", "http://h/a/b, http://h/a/b", "./a/../a/b, a/b", "urn:uuid:1, urn:uuid:1", "not%, not%"})
    void store_addressesThatAreTheSame(String uri, String location) throws IOException {
        Instance instance = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", uri);
        assertThat(json(new MetadataBody().json(instance).bulk(OCTETS, location, pixels(4)))
                        .status())
                .isEqualTo(200);
        assertThat(kept(instance).getBytes(Tag.PixelData)).isEqualTo(pixels(4));
    }

    @Test
    void store_relativeReferenceToAnAbsoluteLocation() {
        Instance instance = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "studies/bulk");
        String location = "http://127.0.0.1:" + port + "/dicom-web/studies/bulk";
        assertThat(json(new MetadataBody().json(instance).bulk(OCTETS, location, pixels(4)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void store_bulkDataWithinAnItem() throws IOException {
        Instance instance = Instance.capture();
        String waveform = "{\"54001010\":{\"vr\":\"OW\",\"BulkDataURI\":\"w\"}}";
        String json = instance.json().replaceAll("}$", ",\"54000100\":{\"vr\":\"SQ\",\"Value\":[" + waveform + "]}}");
        assertThat(json(new MetadataBody().json("[" + json + "]").bulk(OCTETS, "w", pixels(100_001)))
                        .status())
                .isEqualTo(200);
        byte[] kept = kept(instance).getNested(Tag.WaveformSequence).getBytes(Tag.WaveformData);
        assertThat(kept).isEqualTo(Arrays.copyOf(pixels(100_001), 100_002));
    }

    @Test
    void store_inlineBinary() throws IOException {
        Instance instance = Instance.capture().grey(2, 2);
        String inline = Base64.getEncoder().encodeToString(pixels(4));
        String json =
                instance.json().replaceAll("}$", ",\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"" + inline + "\"}}");
        Answer answer = client.post(
                STUDIES, "application/dicom+json", null, ("[" + json + "]").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(kept(instance).getBytes(Tag.PixelData)).isEqualTo(pixels(4));
    }

    @Test
    void store_encapsulatedDocument() throws IOException {
        byte[] pdf = "%PDF-1.4 odd".getBytes(StandardCharsets.US_ASCII);
        byte[] document = Arrays.copyOf(pdf, 13);
        Instance instance = Instance.capture()
                .with("00080016", "UI", UID.EncapsulatedPDFStorage)
                .bulk("00420011", "OB", "document");
        assertThat(json(new MetadataBody().json(instance).bulk("application/pdf", "document", document))
                        .status())
                .isEqualTo(200);
        Attributes kept = kept(instance);
        assertThat(kept.getBytes(Tag.EncapsulatedDocument)).isEqualTo(Arrays.copyOf(document, 14));
        assertThat(kept.getInt(Tag.EncapsulatedDocumentLength, 0)).isEqualTo(13);
        assertThat(kept.getString(Tag.MIMETypeOfEncapsulatedDocument)).isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, C0, " + UID.JPEGBaseline8Bit,
        "image/jpeg, C3, " + UID.JPEGLosslessSV1,
        "image/jls, F7, " + UID.JPEGLSNearLossless,
        "image/dicom+jpeg-ls, F7, " + UID.JPEGLSNearLossless
    })
    void store_compressedPixelDataDescribesItself(String mediaType, String frame, String transferSyntaxUid)
            throws IOException {
        byte[] image = Codestreams.jpeg(Integer.parseInt(frame, 16), 5, 7);
        Instance instance = Instance.capture().bulk(PIXELS, "OB", "image");
        assertThat(json(new MetadataBody().json(instance).bulk(mediaType, "image", image))
                        .status())
                .isEqualTo(200);
        assertThat(keptSyntax(instance)).isEqualTo(transferSyntaxUid);
        Attributes kept = kept(instance);
        assertThat(kept.getInt(Tag.Rows, 0)).isEqualTo(5);
        assertThat(kept.getInt(Tag.Columns, 0)).isEqualTo(7);
        assertThat(kept.getInt(Tag.BitsAllocated, 0)).isEqualTo(8);
        assertThat(kept.getString(Tag.PhotometricInterpretation)).isEqualTo("MONOCHROME2");
        Fragments fragments = (Fragments) kept.getValue(Tag.PixelData);
        assertThat(fragments).hasSize(2);
        assertThat(Arrays.copyOf(fragments.get(1), image.length)).isEqualTo(image);
    }

    @Test
    void store_jpeg2000() throws IOException {
        Instance instance = Instance.capture().bulk(PIXELS, "OB", "image");
        assertThat(json(new MetadataBody().json(instance).bulk("image/jp2", "image", Codestreams.jpeg2000(9, 8)))
                        .status())
                .isEqualTo(200);
        assertThat(keptSyntax(instance)).isEqualTo(UID.JPEG2000Lossless);
        assertThat(kept(instance).getInt(Tag.Rows, 0)).isEqualTo(9);
        assertThat(kept(instance).getString(Tag.PhotometricInterpretation)).isEqualTo("YBR_RCT");
    }

    /** PS3.5 A.4.4: what stands around the codestream in a file is left out. */
    @Test
    void store_jpeg2000InAFile() throws IOException {
        byte[] codestream = Codestreams.jpeg2000(9, 8);
        ByteBuffer file = ByteBuffer.allocate(12 + 8 + codestream.length);
        file.putInt(12).putInt(0x6A502020).putInt(0x0D0A870A);
        file.putInt(8 + codestream.length).putInt(0x6A703263).put(codestream);
        Instance instance = Instance.capture().bulk(PIXELS, "OB", "image");
        assertThat(json(new MetadataBody().json(instance).bulk("image/jp2", "image", file.array()))
                        .status())
                .isEqualTo(200);
        assertThat(kept(instance).getInt(Tag.Rows, 0)).isEqualTo(9);
        assertThat(((Fragments) kept(instance).getValue(Tag.PixelData)).get(1)).isEqualTo(codestream);

        Instance empty = Instance.capture().bulk(PIXELS, "OB", "image");
        byte[] none = Arrays.copyOf(file.array(), 20);
        assertFailed(json(new MetadataBody().json(empty).bulk("image/jp2", "image", none)), empty, PIXEL_DATA_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f", "f/frames/%d"})
    void store_framesInOneFragmentEach(String location) throws IOException {
        Instance instance =
                Instance.capture().grey(5, 7).with("00280008", "IS", "3").bulk(PIXELS, "OB", "f");
        MetadataBody body = new MetadataBody().json(instance);
        byte[][] frames = new byte[3][];
        for (int i = 0; i < 3; i++) {
            frames[i] = Arrays.copyOf(Codestreams.jpeg(0xc0, 5, 7), 60 + 3 * i);
            body.bulk(
                    "image/jpeg; transfer-syntax=" + UID.JPEGBaseline8Bit,
                    location.replace("%d", String.valueOf(i + 1)),
                    frames[i]);
        }
        assertThat(json(body).status()).isEqualTo(200);
        Fragments fragments = (Fragments) kept(instance).getValue(Tag.PixelData);
        assertThat(fragments).hasSize(4);
        assertThat(fragments.get(0)).containsExactly(0, 0, 0, 0, 68, 0, 0, 0, 68 + 72, 0, 0, 0);
        assertThat(fragments.get(2)).isEqualTo(Arrays.copyOf(frames[1], 64));
    }

    @Test
    void store_video() throws IOException {
        Instance instance = Instance.capture().with("00280008", "IS", "250").bulk(PIXELS, "OB", "v");
        assertThat(json(new MetadataBody().json(instance).bulk("video/mp4", "v", pixels(50_000)))
                        .status())
                .isEqualTo(200);
        assertThat(keptSyntax(instance)).isEqualTo(UID.MPEG4HP41);
        assertThat((Fragments) kept(instance).getValue(Tag.PixelData)).hasSize(2);
    }

    @Test
    void store_oneOfTwoFails() {
        Instance right = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "a");
        Instance wrong = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "missing");
        Answer answer = json(new MetadataBody().json(wrong, right).bulk(OCTETS, "a", pixels(4)));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.items(REFERENCED)).hasSize(1);
        assertThat(answer.items(FAILED).get(0).at("/00081155/Value/0").asText()).isEqualTo(wrong.sopInstanceUid());
        assertThat(sink.dataset(right.sopInstanceUid())).isPresent();
        assertThat(sink.dataset(wrong.sopInstanceUid())).isEmpty();
    }

    @Test
    void store_missingBulkData() {
        Instance instance = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "a");
        assertFailed(json(new MetadataBody().json(instance)), instance, MISMATCH);
    }

    /** Nothing on another host is asked for it. */
    @Test
    void store_bulkDataElsewhere() {
        Instance instance = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "http://127.0.0.1:" + port + "/q/health");
        assertFailed(json(new MetadataBody().json(instance)), instance, MISMATCH);
    }

    @Test
    void store_duplicateBulkData() {
        Instance instance = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "a");
        MetadataBody body =
                new MetadataBody().json(instance).bulk(OCTETS, "a", pixels(4)).bulk(OCTETS, "./a", pixels(4));
        assertFailed(json(body), instance, MISMATCH);
    }

    /** One part under many names would be a short request for a long data set. */
    @Test
    void store_bulkDataReferredToTwice() {
        Instance instance =
                Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "a").bulk("00282000", "OB", "a");
        assertFailed(json(new MetadataBody().json(instance).bulk(OCTETS, "a", pixels(4))), instance, MISMATCH);
    }

    @Test
    void store_bulkDataThatNothingRefersTo() {
        Instance instance = Instance.capture();
        Answer answer = json(new MetadataBody()
                .json(instance)
                .bulk(OCTETS, "a", pixels(4))
                .part(pixels(4), "Content-Type: " + OCTETS));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.items(OTHER_FAILURES)).hasSize(2);
        assertThat(answer.items(OTHER_FAILURES).get(0).at("/00081197/Value/0").asInt())
                .isEqualTo(MISMATCH);
        assertThat(sink.dataset(instance.sopInstanceUid())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 1000})
    void store_nativePixelDataTooLong(int length) {
        Instance instance = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "a");
        Answer answer = json(new MetadataBody().json(instance).bulk(OCTETS, "a", pixels(length)));
        assertFailed(answer, instance, PIXEL_DATA_INVALID);
    }

    @Test
    void store_compressedImageOfAnotherExtent() {
        Instance instance = Instance.capture().grey(5, 8).bulk(PIXELS, "OB", "a");
        MetadataBody body = new MetadataBody().json(instance).bulk("image/jpeg", "a", Codestreams.jpeg(0xc0, 5, 7));
        assertFailed(json(body), instance, PIXEL_DATA_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4", "0", "-1", "2147483647", "x"})
    void store_otherNumberOfFrames(String frames) {
        Instance instance =
                Instance.capture().grey(5, 7).with("00280008", "IS", frames).bulk(PIXELS, "OB", "f");
        MetadataBody body = new MetadataBody().json(instance);
        for (int i = 0; i < 3; i++) {
            body.bulk("image/jpeg", "f", Codestreams.jpeg(0xc0, 5, 7));
        }
        assertFailed(json(body), instance, MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "application/octet-stream, " + UID.ExplicitVRBigEndian + ", 49442",
        "application/octet-stream, 1.2.3, 49442",
        "image/jpeg, " + UID.ExplicitVRLittleEndian + ", 49155",
        "image/png, *, 49442"
    })
    void store_transferSyntaxThatIsNotTaken(String mediaType, String transferSyntaxUid, int reason) {
        Instance instance = Instance.capture().grey(2, 2).bulk(PIXELS, "OB", "a");
        assertFailed(
                json(new MetadataBody()
                        .json(instance)
                        .bulk(mediaType + "; transfer-syntax=" + transferSyntaxUid, "a", pixels(4))),
                instance,
                reason);
    }

    @Test
    void store_missingIdentifier() {
        Instance instance = Instance.capture().without("0020000E");
        assertFailed(json(new MetadataBody().json(instance)), instance, 0xa900);
    }

    @Test
    void storeOfStudy_otherStudyFails() {
        Instance instance = Instance.capture();
        Answer answer = client.post(
                STUDIES + "/1.2.3",
                MetadataBody.JSON,
                null,
                new MetadataBody().json(instance).end());
        assertFailed(answer, instance, 0xa900);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "{]", "[1]", "[[]]", "null", "[{\"00100010\":7}]", "[{\"FFFFFFFFF\":{}}]", "\ufeff"})
    void store_malformedJson(String text) {
        Answer answer = json(new MetadataBody().json(text));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void store_noInstances() {
        assertThat(json(new MetadataBody().json("[]")).status()).isEqualTo(400);
        assertThat(json(new MetadataBody()).status()).isEqualTo(400);
    }

    @Test
    void store_elementsThatNoDataSetCanHave() {
        Instance instance = Instance.capture().with("FFFEE000", "LO", "x");
        assertFailed(json(new MetadataBody().json(instance)), instance, 0xc000);
    }

    @Test
    void store_malformedXmlBesideOther() {
        Instance instance = Instance.capture();
        MetadataBody body = new MetadataBody()
                .xml(instance)
                .part("<NativeDicomModel>".getBytes(StandardCharsets.US_ASCII), "Content-Type: application/dicom+xml");
        Answer answer = client.post(STUDIES, MetadataBody.XML, null, body.end());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.items(OTHER_FAILURES)).hasSize(1);
        assertThat(sink.dataset(instance.sopInstanceUid())).isPresent();
    }

    @Test
    void store_xmlWithEntities() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(1000) + "\">]><NativeDicomModel>&a;</NativeDicomModel>";
        MetadataBody body = new MetadataBody()
                .part(bomb.getBytes(StandardCharsets.US_ASCII), "Content-Type: application/dicom+xml");
        assertThat(client.post(STUDIES, MetadataBody.XML, null, body.end()).status())
                .isEqualTo(400);
    }

    /** Three characters an item, some hundred bytes each in memory. */
    @Test
    void store_metadataThatGrowInMemory() {
        String items = "{},".repeat(2_000_000) + "{}";
        Answer answer = json(new MetadataBody().json("[{\"00081140\":{\"vr\":\"SQ\",\"Value\":[" + items + "]}}]"));
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void store_nestedTooDeeply() {
        String deep = "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[".repeat(100_000);
        assertThat(json(new MetadataBody().json("[" + deep)).status()).isIn(400, 413);
    }

    @Test
    void store_bodyWithoutItsEnd() {
        Instance instance = Instance.capture();
        Answer answer = client.post(
                STUDIES,
                MetadataBody.JSON,
                null,
                new MetadataBody().json(instance).bulk(OCTETS, "a", pixels(4)).unfinished());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(sink.dataset(instance.sopInstanceUid())).isEmpty();
    }

    @Test
    void store_archiveDown() {
        sink.setDown(true);
        try {
            Answer answer = json(new MetadataBody().json(Instance.capture()));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        } finally {
            sink.setDown(false);
        }
    }

    @Test
    void store_bulkDataWithoutMetadata() {
        assertThat(client.post(STUDIES, "image/jpeg", null, pixels(4)).status()).isEqualTo(415);
        assertThat(client.post(STUDIES, "multipart/related; type=\"image/jpeg\"; boundary=b", null, pixels(4))
                        .status())
                .isEqualTo(415);
    }
}
