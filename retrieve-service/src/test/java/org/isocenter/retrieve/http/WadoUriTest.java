/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.Part10Header;
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

/** WADO-URI over HTTP, out of real engines. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoUriTest {

    private static final String MPEG4 = "1.2.840.10008.1.2.4.102";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    private WadoClient client;

    @BeforeEach
    void connect() {
        archive.awaitReady();
        client = new WadoClient(port);
    }

    private Attributes ct(long seed) {
        Attributes image = SyntheticStudy.of(SyntheticKind.CT, seed)
                .withSlices(1)
                .withSize(48, 64)
                .instance(0, 0);
        archive.store(image, UID.ExplicitVRLittleEndian);
        return image;
    }

    private Attributes multiFrame(long seed) {
        Attributes image = SyntheticStudy.of(SyntheticKind.US_MULTIFRAME, seed)
                .withSlices(4)
                .withSize(48, 64)
                .instance(0, 0);
        archive.store(image, UID.ExplicitVRLittleEndian);
        return image;
    }

    private String url(Attributes instance, String more) {
        return "http://127.0.0.1:" + port + "/wado?requestType=WADO&studyUID="
                + instance.getString(Tag.StudyInstanceUID)
                + "&seriesUID=" + instance.getString(Tag.SeriesInstanceUID)
                + "&objectUID=" + instance.getString(Tag.SOPInstanceUID) + more;
    }

    private static String path(Attributes instance) {
        return "/studies/" + instance.getString(Tag.StudyInstanceUID) + "/series/"
                + instance.getString(Tag.SeriesInstanceUID) + "/instances/" + instance.getString(Tag.SOPInstanceUID);
    }

    private static BufferedImage image(WadoClient.Answer answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static String text(WadoClient.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String transferSyntax(WadoClient.Answer answer) throws IOException {
        return Part10Header.read(new ByteArrayInputStream(answer.body()))
                .transferSyntax()
                .uid();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*||image/jpeg",
                "image/avif,image/webp,image/*,*/*;q=0.8||image/jpeg",
                "text/html,application/xhtml+xml,*/*;q=0.8||image/jpeg",
                "image/png||image/png",
                "image/png|image/gif|image/gif",
                "*/*|image/jp2|image/jp2",
                "*/*|image/jpeg;q=0.3,image/png;q=0.9|image/png",
                "*/*|image/webp,image/png|image/png",
                "*/*|video/mpeg,*/*;q=0.1|image/jpeg"
            })
    void singleFrame_asWhatIsWanted(String accept, String contentType, String mediaType) {
        Attributes image = ct(401);
        String parameter = contentType == null ? "" : "&contentType=" + contentType;

        WadoClient.Answer answer = client.get(url(image, parameter), accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(mediaType);
        assertThat(answer.body())
                .isEqualTo(client.get(path(image) + "/rendered", mediaType).body());
    }

    @Test
    void below_theRootOfDicomWeb_isTheSame() {
        String url = url(ct(402), "");

        assertThat(client.get(url.replace("/wado?", "/dicom-web/wado?"), "*/*").body())
                .isEqualTo(client.get(url, "*/*").body());
    }

    @Test
    void conditionsHeadAndRanges() {
        String url = url(ct(403), "&contentType=application/dicom");

        WadoClient.Answer answer = client.get(url, "*/*");

        assertThat(client.get(url, "*/*", "If-None-Match", answer.header("ETag"))
                        .status())
                .isEqualTo(304);
        WadoClient.Answer head = client.head(url, "*/*");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        WadoClient.Answer range = client.get(url, "*/*", "Range", "bytes=128-131");
        assertThat(range.status()).isEqualTo(206);
        assertThat(text(range)).isEqualTo("DICM");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1.2.840.10008.1.2.1",
                "&transferSyntax=*|1.2.840.10008.1.2.1",
                "&transferSyntax=1.2.840.10008.1.2.4.80|1.2.840.10008.1.2.4.80",
                "&transferSyntax=1.2.840.10008.1.2.5|1.2.840.10008.1.2.5",
                // what cannot be had, or is not allowed, leaves the default
                "&transferSyntax=1.2.840.10008.1.2.4.110|1.2.840.10008.1.2.1",
                "&transferSyntax=1.2.840.10008.1.2|1.2.840.10008.1.2.1"
            })
    void dicom_transferSyntax(String parameter, String transferSyntaxUid) throws IOException {
        Attributes image = ct(404);

        WadoClient.Answer answer = client.get(url(image, "&contentType=application%2Fdicom" + parameter), "image/*");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/dicom");
        assertThat(transferSyntax(answer)).isEqualTo(transferSyntaxUid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requestType=WADO|requestType=",
                "requestType=WADO|requestType=XDS",
                "studyUID|x",
                "seriesUID|x",
                "objectUID|x",
                "objectUID=|objectUID=a",
                "requestType=WADO|requestType=WADO&anonymize=yes",
                "requestType=WADO|requestType=WADO&frameNumber=0",
                "requestType=WADO|requestType=WADO&frameNumber=1,2",
                "requestType=WADO|requestType=WADO&presentationUID=1.2",
                "requestType=WADO|requestType=WADO&presentationSeriesUID=1.2",
                "requestType=WADO|requestType=WADO&windowCenter=1",
                "requestType=WADO|requestType=WADO&rows=0",
                "requestType=WADO|requestType=WADO&rows=8&rows=9",
                "requestType=WADO|requestType=WADO&region=0,0,2,2",
                "requestType=WADO|requestType=WADO&imageQuality=0",
                "requestType=WADO|requestType=WADO&contentType=application/dicom&transferSyntax=jpeg"
            })
    void wrongParameter_isNamed(String right, String wrong) {
        WadoClient.Answer answer = client.get(url(ct(405), "").replace(right, wrong), "*/*");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(text(answer)).contains("The parameter ");
    }

    @Test
    void queryThatIsNotEncoded_isRefused() {
        String url = url(ct(414), "").replace("http://127.0.0.1:" + port, "");

        assertThat(raw("GET " + url + "&contentType=%zz HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    /** What no client of Java lets through. */
    private String raw(String requestLine) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void unknownInstanceOrFrame_isNotFound() {
        Attributes image = ct(406);

        assertThat(client.get(url(image, "9"), "*/*").status()).isEqualTo(404);
        assertThat(client.get(url(image, "&frameNumber=2"), "*/*").status()).isEqualTo(404);
        assertThat(client.get(url(image, "&presentationUID=1.2&presentationSeriesUID=1.3"), "*/*")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"text/html", "video/mpeg", "application/pdf", "nonsense", "multipart/related"})
    void image_asWhatItIsNot_offersWhatThereIs(String contentType) {
        WadoClient.Answer answer = client.get(url(ct(407), "&contentType=" + contentType), "*/*");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(text(answer)).contains("image/jpeg", "image/jp2", "application/dicom");
    }

    @Test
    void renderingParameters() throws IOException {
        Attributes image = ct(408);

        BufferedImage rows = image(client.get(url(image, "&contentType=image/png&rows=24"), "*/*"));
        BufferedImage columns = image(client.get(url(image, "&contentType=image/png&columns=128"), "*/*"));
        BufferedImage region = image(client.get(url(image, "&contentType=image/png&region=0.5,0,1,0.5"), "*/*"));
        BufferedImage thin =
                image(client.get(url(image, "&contentType=image/png&rows=100&region=0,0,1,0.02083"), "*/*"));
        BufferedImage window =
                image(client.get(url(image, "&contentType=image/png&windowCenter=-5000&windowWidth=1"), "*/*"));

        assertThat(rows.getWidth()).isEqualTo(32);
        assertThat(columns.getHeight()).isEqualTo(96);
        assertThat(region.getWidth()).isEqualTo(32);
        assertThat(region.getHeight()).isEqualTo(24);
        assertThat(thin.getHeight()).isEqualTo(100);
        assertThat(window.getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
        assertThat(client.get(url(image, "&imageQuality=5"), "*/*").body().length)
                .isLessThan(client.get(url(image, "&imageQuality=95"), "*/*").body().length);
        assertThat(client.get(url(image, "&annotation=patient"), "image/png").body())
                .isNotEqualTo(client.get(url(image, ""), "image/png").body());
        assertThat(client.get(url(image, "&rows=32000"), "*/*").status()).isEqualTo(413);
    }

    @Test
    void multiFrame_isAFileUnlessAFrameIsAskedFor() throws IOException {
        Attributes image = multiFrame(409);

        WadoClient.Answer plain = client.get(url(image, ""), "*/*");
        WadoClient.Answer frame = client.get(url(image, "&frameNumber=3"), "*/*");
        WadoClient.Answer first = client.get(url(image, "&contentType=image/jpeg"), "*/*");
        WadoClient.Answer gif = client.get(url(image, "&contentType=image/gif"), "*/*");

        assertThat(plain.contentType()).startsWith("application/dicom");
        assertThat(frame.contentType()).isEqualTo("image/jpeg");
        assertThat(frame.body())
                .isEqualTo(client.get(path(image) + "/frames/3/rendered", "image/jpeg")
                        .body());
        assertThat(first.body())
                .isEqualTo(client.get(url(image, "&frameNumber=1"), "*/*").body());
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif.body())));
        assertThat(reader.getNumImages(true)).isEqualTo(4);
        assertThat(client.get(url(image, "&frameNumber=5"), "*/*").status()).isEqualTo(404);
    }

    @Test
    void report_asHtmlTextOrFile() {
        Attributes report =
                SyntheticStudy.of(SyntheticKind.SR, 410).withSlices(1).instance(0, 0);
        archive.store(report, UID.ExplicitVRLittleEndian);

        assertThat(client.get(url(report, ""), "*/*").contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(client.get(url(report, "&contentType=text/plain&charset=UTF-8"), "*/*")
                        .contentType())
                .isEqualTo("text/plain; charset=utf-8");
        assertThat(client.get(url(report, "&contentType=application/dicom"), "*/*")
                        .contentType())
                .startsWith("application/dicom");
        assertThat(client.get(url(report, "&charset=ISO-8859-1"), "*/*").status())
                .isEqualTo(406);
        assertThat(client.get(url(report, "&contentType=image/jpeg"), "*/*").status())
                .isEqualTo(406);
    }

    @Test
    void pdf_asItIsOrAsAFile() {
        Attributes document = SyntheticStudy.of(SyntheticKind.CT, 411)
                .withSlices(1)
                .withSize(8, 8)
                .instance(0, 0);
        document.remove(Tag.PixelData);
        document.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.104.1");
        document.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
        byte[] pdf = Arrays.copyOf("%PDF-1.4".getBytes(StandardCharsets.US_ASCII), 3000);
        document.setBytes(Tag.EncapsulatedDocument, VR.OB, pdf);
        archive.store(document, UID.ExplicitVRLittleEndian);

        WadoClient.Answer answer = client.get(url(document, "&contentType=application/pdf"), "*/*");

        assertThat(answer.contentType()).isEqualTo("application/pdf");
        assertThat(answer.body()).isEqualTo(pdf);
        assertThat(client.get(url(document, ""), "*/*").contentType()).startsWith("application/dicom");
    }

    @Test
    void video_asItsStream() throws IOException {
        Attributes video = SyntheticStudy.of(SyntheticKind.US_MULTIFRAME, 412)
                .withSlices(3)
                .withSize(16, 16)
                .instance(0, 0);
        byte[] stream = new byte[200];
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(stream);
        video.setValue(Tag.PixelData, VR.OB, fragments);
        archive.store(video, MPEG4);

        WadoClient.Answer asVideo = client.get(url(video, "&contentType=video/mp4"), "*/*");
        WadoClient.Answer asFile = client.get(url(video, ""), "*/*");

        assertThat(asVideo.status()).isEqualTo(200);
        assertThat(asVideo.contentType()).startsWith("video/mp4");
        assertThat(asVideo.body()).isEqualTo(stream);
        assertThat(transferSyntax(asFile)).isEqualTo(MPEG4);
        assertThat(client.get(url(video, "&contentType=video/mpeg"), "*/*").status())
                .isEqualTo(406);
    }

    @Test
    void presentationState_showsAnImage() throws IOException {
        Attributes image = ct(413);
        Attributes reference = new Attributes();
        reference.setString(Tag.ReferencedSOPClassUID, VR.UI, UID.CTImageStorage);
        reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, image.getString(Tag.SOPInstanceUID));
        Attributes referenced = new Attributes();
        referenced.setString(Tag.SeriesInstanceUID, VR.UI, image.getString(Tag.SeriesInstanceUID));
        referenced.newSequence(Tag.ReferencedImageSequence).add(reference);
        Attributes state = new Attributes();
        state.addSelected(image, Tag.StudyInstanceUID, Tag.PatientID, Tag.PatientName);
        state.setString(Tag.SOPClassUID, VR.UI, UID.GrayscaleSoftcopyPresentationStateStorage);
        state.setString(Tag.SOPInstanceUID, VR.UI, image.getString(Tag.SOPInstanceUID) + ".7");
        state.setString(Tag.SeriesInstanceUID, VR.UI, image.getString(Tag.SeriesInstanceUID) + ".7");
        state.newSequence(Tag.ReferencedSeriesSequence).add(referenced);
        state.setInt(Tag.ImageRotation, VR.US, 90);
        state.setString(Tag.ImageHorizontalFlip, VR.CS, "N");
        archive.store(state, UID.ExplicitVRLittleEndian);

        BufferedImage shown = image(client.get(
                url(
                        image,
                        "&presentationSeriesUID=" + state.getString(Tag.SeriesInstanceUID) + "&presentationUID="
                                + state.getString(Tag.SOPInstanceUID)),
                "*/*"));
        WadoClient.Answer noState = client.get(
                url(
                        image,
                        "&presentationSeriesUID=" + image.getString(Tag.SeriesInstanceUID) + "&presentationUID="
                                + image.getString(Tag.SOPInstanceUID)),
                "*/*");

        assertThat(shown.getWidth()).isEqualTo(48);
        assertThat(shown.getHeight()).isEqualTo(64);
        assertThat(noState.status()).isEqualTo(400);
    }
}
