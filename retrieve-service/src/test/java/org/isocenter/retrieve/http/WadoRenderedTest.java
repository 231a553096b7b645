/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.retrieve.RetrieveEngines;
import org.isocenter.retrieve.TestArchive;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Rendered resources and thumbnails of WADO-RS over HTTP, out of real engines. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoRenderedTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "isocenter.objects.bucket-prefix")
    String bucketPrefix;

    @Inject
    TestArchive archive;

    @Inject
    ObjectStore objects;

    private WadoClient client;

    @BeforeEach
    void connect() {
        archive.awaitReady();
        client = new WadoClient(port);
    }

    private SyntheticStudy ct(long seed, int slices) {
        SyntheticStudy study =
                SyntheticStudy.of(SyntheticKind.CT, seed).withSlices(slices).withSize(48, 64);
        study.instances().forEach(each -> archive.store(each, UID.ExplicitVRLittleEndian));
        return study;
    }

    private static String series(SyntheticStudy study) {
        return "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0);
    }

    private static String instance(SyntheticStudy study) {
        return series(study) + "/instances/" + study.sopInstanceUid(0, 0);
    }

    private static BufferedImage image(byte[] body) {
        try {
            return ImageIO.read(new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(WadoClient.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|image/jpeg",
                "image/png|image/png",
                "image/gif|image/gif",
                "image/webp, image/*;q=0.8|image/jpeg",
                "image/jpeg;q=0.2, image/png;q=0.7|image/png"
            })
    void instance_asWhatIsAccepted(String accept, String mediaType) {
        SyntheticStudy study = ct(301, 1);

        WadoClient.Answer answer = client.get(instance(study) + "/rendered", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(mediaType);
        assertThat(answer.header("Content-Location")).endsWith(instance(study) + "/rendered");
        assertThat(answer.response().headers().allValues("Vary")).contains("Accept");
        assertThat(image(answer.body()).getWidth()).isEqualTo(64);
        assertThat(image(answer.body()).getHeight()).isEqualTo(48);
    }

    @Test
    void instance_conditionsAndHead() {
        SyntheticStudy study = ct(302, 1);
        String path = instance(study) + "/rendered?viewport=32,32";
        WadoClient.Answer answer = client.get(path, "image/png");
        String tag = answer.header("ETag");

        assertThat(image(answer.body()).getWidth()).isEqualTo(32);
        assertThat(client.get(path, "image/png", "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(client.get(path, "image/jpeg", "If-None-Match", tag).status())
                .isEqualTo(200);
        assertThat(client.get(instance(study) + "/rendered", "image/png", "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
        WadoClient.Answer head = client.head(path, "image/png");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "viewport=0,1|viewport",
                "window=1|window",
                "quality=101|quality",
                "annotation=all|annotation",
                "iccprofile=x|iccprofile",
                "viewport=10,10,900,900|viewport",
                "viewport=10,10,900,900,1,1|viewport"
            })
    void instance_wrongParameter_isNamed(String query, String parameter) {
        SyntheticStudy study = ct(303, 1);

        WadoClient.Answer answer = client.get(instance(study) + "/rendered?" + query, "*/*");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(text(answer)).contains("parameter " + parameter);
    }

    @Test
    void instance_parameters() {
        SyntheticStudy study = ct(304, 1);
        String path = instance(study) + "/rendered";

        byte[] plain = client.get(path, "image/png").body();
        byte[] window = client.get(path + "?window=-5000,1,linear", "image/png").body();
        byte[] text = client.get(path + "?annotation=patient,technique&unknown=1", "image/png")
                .body();

        assertThat(image(window).getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
        assertThat(text).isNotEqualTo(plain);
        assertThat(client.get(path + "?viewport=32000,32000", "*/*").status()).isEqualTo(413);
        assertThat(client.get(path + "?accept=image/png", "image/jpeg").contentType())
                .isEqualTo("image/png");
    }

    @Test
    void instance_nothingFits_offersWhatThereIs() {
        SyntheticStudy study = ct(305, 1);

        WadoClient.Answer answer = client.get(instance(study) + "/rendered", "text/html");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(text(answer)).contains("image/jpeg", "image/png", "image/gif");
    }

    @Test
    void frames_onesAndAnimations() throws IOException {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.US_MULTIFRAME, 306)
                .withSlices(5)
                .withSize(48, 64);
        archive.store(study.instance(0, 0), UID.ExplicitVRLittleEndian);
        String path = instance(study);

        List<WadoClient.AnswerPart> parts =
                client.get(path + "/frames/2,4/rendered", "*/*").parts();
        WadoClient.Answer one = client.get(path + "/frames/2/rendered", "*/*");
        WadoClient.Answer gif = client.get(path + "/rendered", "image/gif");
        List<WadoClient.AnswerPart> all = client.get(path + "/rendered", "multipart/related; type=\"image/png\"")
                .parts();

        assertThat(parts).extracting(WadoClient.AnswerPart::contentType).containsOnly("image/jpeg");
        assertThat(parts.get(1).location().orElseThrow()).endsWith("/frames/4/rendered");
        assertThat(one.body()).isEqualTo(parts.get(0).content());
        assertThat(all)
                .hasSize(5)
                .allSatisfy(part -> assertThat(image(part.content()).getWidth()).isEqualTo(64));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif.body())));
        assertThat(reader.getNumImages(true)).isEqualTo(5);
        assertThat(client.get(path + "/frames/6/rendered", "*/*").status()).isEqualTo(404);
    }

    @Test
    void seriesAndStudy_partsOrARepresentative() {
        SyntheticStudy study = ct(307, 4);

        WadoClient.Answer parts = client.get(series(study) + "/rendered", "*/*");
        WadoClient.Answer png = client.get("/studies/" + study.studyInstanceUid() + "/rendered", "image/png");

        assertThat(parts.status()).isEqualTo(200);
        assertThat(parts.parts()).hasSize(4).allSatisfy(part -> assertThat(
                        image(part.content()).getHeight())
                .isEqualTo(48));
        assertThat(client.get(series(study) + "/rendered", "*/*", "If-None-Match", parts.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(png.contentType()).isEqualTo("image/png");
        assertThat(png.header("Content-Location")).endsWith("/frames/1/rendered");
    }

    @Test
    void series_whatCannotBeDecoded_isLeftOut() {
        SyntheticStudy study = ct(308, 2);
        Attributes damaged = new Attributes(study.instance(0, 0));
        damaged.setString(Tag.SOPInstanceUID, VR.UI, study.sopInstanceUid(0, 0) + ".9");
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2});
        damaged.setValue(Tag.PixelData, VR.OB, fragments);
        archive.store(damaged, UID.JPEGBaseline8Bit);

        assertThat(client.get(series(study) + "/rendered", "*/*").parts()).hasSize(2);
        WadoClient.Answer one =
                client.get(series(study) + "/instances/" + study.sopInstanceUid(0, 0) + ".9/rendered", "*/*");
        assertThat(one.status()).isEqualTo(409);
        assertThat(text(one)).contains("PIXEL_DATA_INVALID");
    }

    @Test
    void report_asHtmlOrText() {
        SyntheticStudy study = SyntheticStudy.of(SyntheticKind.SR, 309).withSlices(1);
        archive.store(study.instance(0, 0), UID.ExplicitVRLittleEndian);

        WadoClient.Answer html = client.get(instance(study) + "/rendered", "*/*");
        WadoClient.Answer plain = client.get(instance(study) + "/rendered", "text/plain");
        WadoClient.Answer picture = client.get(instance(study) + "/rendered", "image/jpeg");

        assertThat(html.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(text(html)).contains("<html");
        assertThat(plain.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(picture.status()).isEqualTo(406);
        assertThat(text(picture)).contains("text/html");
        assertThat(client.get(instance(study) + "/thumbnail", "*/*").status()).isEqualTo(404);
    }

    @Test
    void pdf_asItIs() {
        SyntheticStudy study =
                SyntheticStudy.of(SyntheticKind.CT, 310).withSlices(1).withSize(8, 8);
        Attributes document = new Attributes(study.instance(0, 0));
        document.remove(Tag.PixelData);
        document.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.104.1");
        document.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
        byte[] pdf = Arrays.copyOf("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), 3000);
        document.setBytes(Tag.EncapsulatedDocument, VR.OB, pdf);
        archive.store(document, UID.ExplicitVRLittleEndian);

        WadoClient.Answer answer = client.get(instance(study) + "/rendered", "*/*");

        assertThat(answer.contentType()).isEqualTo("application/pdf");
        assertThat(answer.body()).isEqualTo(pdf);
    }

    @Test
    void presentationState_showsItsImage() {
        SyntheticStudy study = ct(311, 1);
        Attributes image = study.instance(0, 0);
        Attributes state = new Attributes();
        state.addSelected(image, Tag.StudyInstanceUID, Tag.PatientID, Tag.PatientName);
        state.setString(Tag.SOPClassUID, VR.UI, UID.GrayscaleSoftcopyPresentationStateStorage);
        state.setString(Tag.SOPInstanceUID, VR.UI, study.sopInstanceUid(0, 0) + ".7");
        state.setString(Tag.SeriesInstanceUID, VR.UI, study.seriesInstanceUid(0) + ".7");
        Attributes reference = new Attributes();
        reference.setString(Tag.ReferencedSOPClassUID, VR.UI, UID.CTImageStorage);
        reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, study.sopInstanceUid(0, 0));
        Attributes referenced = new Attributes();
        referenced.setString(Tag.SeriesInstanceUID, VR.UI, study.seriesInstanceUid(0));
        referenced.newSequence(Tag.ReferencedImageSequence).add(reference);
        state.newSequence(Tag.ReferencedSeriesSequence).add(referenced);
        state.setInt(Tag.ImageRotation, VR.US, 90);
        state.setString(Tag.ImageHorizontalFlip, VR.CS, "N");
        archive.store(state, UID.ExplicitVRLittleEndian);
        String path = "/studies/" + study.studyInstanceUid() + "/series/" + study.seriesInstanceUid(0) + ".7/instances/"
                + study.sopInstanceUid(0, 0) + ".7";

        WadoClient.Answer answer = client.get(path + "/rendered", "*/*");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(image(answer.body()).getWidth()).isEqualTo(48);
        assertThat(image(answer.body()).getHeight()).isEqualTo(64);
        assertThat(client.get(path + "/thumbnail", "*/*").status()).isEqualTo(200);
    }

    @Test
    void thumbnails_ofEveryLevel_areKept() {
        SyntheticStudy study = ct(312, 3);
        String studyPath = "/studies/" + study.studyInstanceUid();

        for (String path : List.of(studyPath, series(study), instance(study), instance(study) + "/frames/1")) {
            WadoClient.Answer answer = client.get(path + "/thumbnail", "*/*");
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo("image/jpeg");
            assertThat(image(answer.body()).getWidth()).isEqualTo(128);
            assertThat(client.get(path + "/thumbnail", "*/*", "If-None-Match", answer.header("ETag"))
                            .status())
                    .isEqualTo(304);
            assertThat(client.get(path + "/thumbnail", "*/*").body()).isEqualTo(answer.body());
        }
        assertThat(objects.list(bucketPrefix + "-derived", study.studyInstanceUid() + "/"))
                .hasSizeBetween(1, 2);
        assertThat(image(client.get(studyPath + "/thumbnail?viewport=20,20", "*/*")
                                .body())
                        .getWidth())
                .isEqualTo(20);
        assertThat(client.get(studyPath + "/thumbnail?viewport=20,20,1,1,1,1", "*/*")
                        .status())
                .isEqualTo(400);
        assertThat(client.get(studyPath + "/thumbnail", "image/png").status()).isEqualTo(406);
        assertThat(client.get("/studies/1.2.3/thumbnail", "*/*").status()).isEqualTo(404);
    }
}
