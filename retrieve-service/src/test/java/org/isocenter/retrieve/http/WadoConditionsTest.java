/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
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

/** Validators, conditions, ranges, HEAD, and addresses behind proxies, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RetrieveEngines.class)
class WadoConditionsTest {

    private static final SyntheticStudy STUDY =
            SyntheticStudy.of(SyntheticKind.CT, 9001).withSlices(3).withSize(64, 64);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    TestArchive archive;

    private WadoClient client;

    @BeforeEach
    void store() {
        archive.awaitReady();
        client = new WadoClient(port);
        STUDY.instances().forEach(each -> archive.store(each, UID.ImplicitVRLittleEndian));
    }

    private static String path(String below) {
        return "/studies/" + STUDY.studyInstanceUid()
                + below.replace("S", "/series/" + STUDY.seriesInstanceUid(0))
                        .replace("I", "/instances/" + STUDY.sopInstanceUid(0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "'', */*",
        "S, */*",
        "SI, */*",
        "SI, application/dicom",
        "SI/frames/1, */*",
        "SI/frames/1, application/octet-stream",
        "SI/bulkdata/7FE00010, application/octet-stream",
        "S/bulkdata, */*",
        "SI/pixeldata, application/octet-stream",
        "/metadata, application/dicom+json",
        "S/metadata, multipart/related; type=\"application/dicom+xml\"",
        "SI/metadata, application/dicom+xml"
    })
    void get_hasAStrongTag_thatStandsForItsBytes(String below, String accept) {
        WadoClient.Answer first = client.get(path(below), accept);
        String tag = first.header("ETag");

        assertThat(first.status()).isEqualTo(200);
        assertThat(tag).matches("\"[A-Za-z0-9_-]{20,}\"");
        assertThat(first.response().headers().allValues("Vary")).contains("Accept");
        WadoClient.Answer again = client.get(path(below), accept);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.body()).isEqualTo(first.body());
        WadoClient.Answer unchanged = client.get(path(below), accept, "If-None-Match", "\"other\", W/" + tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).isEqualTo(tag);
        assertThat(unchanged.body()).isEmpty();
        assertThat(client.get(path(below), accept, "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
        assertThat(client.get(path(below), accept, "If-Match", "\"other\"").status())
                .isEqualTo(412);
        WadoClient.Answer head = client.head(path(below), accept);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
        assertThat(head.contentType()).isEqualTo(first.contentType());
        assertThat(head.header("Content-Length")).isEqualTo(first.header("Content-Length"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void tags_differWhereBytesDo() {
        assertThat(List.of(
                        client.get(path("SI"), "application/dicom").header("ETag"),
                        client.get(path("SI"), "*/*").header("ETag"),
                        client.get(path("SI"), "*/*", "Forwarded", "host=pacs.example.org")
                                .header("ETag"),
                        client.get(path("SI/frames/1"), "*/*").header("ETag"),
                        client.get(path("SI/frames/1"), "application/octet-stream")
                                .header("ETag"),
                        client.get(path("S/metadata"), "application/json").header("ETag"),
                        client.get(path("S/metadata"), "application/dicom+json").header("ETag")))
                .doesNotHaveDuplicates();
    }

    @Test
    void metadata_compressed_forWhoTakesGzip() throws java.io.IOException {
        WadoClient.Answer plain = client.get(path("S/metadata"), "application/dicom+json", "Accept-Encoding", "br");
        WadoClient.Answer gzip =
                client.get(path("S/metadata"), "application/dicom+json", "Accept-Encoding", "gzip, br");

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.response().headers().allValues("Vary")).contains("Accept", "Accept-Encoding");
        assertThat(gzip.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(gzip.body().length).isLessThan(plain.body().length / 3);
        assertThat(new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void metadata_changeWithTheirSeries() {
        SyntheticStudy growing =
                SyntheticStudy.of(SyntheticKind.CT, 9002).withSlices(2).withSize(32, 32);
        String path = "/studies/" + growing.studyInstanceUid() + "/metadata";
        archive.store(growing.instance(0, 0), UID.ExplicitVRLittleEndian);
        String before = client.get(path, "application/dicom+json").header("ETag");
        archive.store(growing.instance(0, 1), UID.ExplicitVRLittleEndian);

        WadoClient.Answer after = client.get(path, "application/dicom+json", "If-None-Match", before);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before);
    }

    @Test
    void range_ofWhatTheClientHas_elseAll() {
        byte[] pixels = STUDY.instance(0, 0).getBytes(Tag.PixelData);
        for (String below : List.of("SI/frames/1", "SI/bulkdata/7FE00010", "SI/pixeldata")) {
            String accept = "application/octet-stream";
            String tag = client.head(path(below), accept).header("ETag");

            WadoClient.Answer part = client.get(path(below), accept, "Range", "bytes=100-199", "If-Range", tag);
            WadoClient.Answer all = client.get(path(below), accept, "Range", "bytes=100-199", "If-Range", "\"other\"");
            WadoClient.Answer beyond = client.get(path(below), accept, "Range", "bytes=99999999-");

            assertThat(part.status()).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + pixels.length);
            assertThat(part.header("ETag")).isEqualTo(tag);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(pixels, 100, 200));
            assertThat(all.status()).isEqualTo(200);
            assertThat(all.body()).isEqualTo(pixels);
            assertThat(beyond.status()).isEqualTo(416);
            assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + pixels.length);
        }
    }

    @Test
    void range_ofAFileThatIsMadeWhileItIsSent_givesAll() {
        WadoClient.Answer answer = client.get(path("SI"), "application/dicom", "Range", "bytes=0-9");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Accept-Ranges")).isEmpty();
    }

    @Test
    void contentLocation_ofPartsAndSingles_resolves() {
        WadoClient.Answer single = client.get(path("SI"), "application/dicom");
        List<WadoClient.AnswerPart> parts = client.get(path(""), "*/*").parts();

        assertThat(single.header("Content-Location")).endsWith(path("SI"));
        assertThat(parts).hasSize(3).allSatisfy(part -> assertThat(
                        client.get(part.location().orElseThrow(), "application/dicom")
                                .body())
                .isEqualTo(part.content()));
        assertThat(client.get(path("SI/frames/1"), "application/octet-stream").header("Content-Location"))
                .endsWith(path("SI/frames/1"));
        assertThat(client.get(path("S/metadata"), "*/*").header("Content-Location"))
                .endsWith(path("S/metadata"));
    }

    @Test
    void addresses_behindAProxy_leadThroughIt() {
        String[] proxy = {"Forwarded", "for=192.0.2.1;host=pacs.example.org;proto=https", "X-Forwarded-Prefix", "/a"};
        String url = "https://pacs.example.org/a/dicom-web" + path("");

        assertThat(client.get(path("SI"), "application/dicom", proxy).header("Content-Location"))
                .startsWith(url);
        assertThat(client.get(path("S/bulkdata"), "*/*", proxy).parts())
                .allSatisfy(part -> assertThat(part.location().orElseThrow()).startsWith(url));
        assertThat(new String(
                        client.get(path("S/metadata"), "*/*", proxy).body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"BulkDataURI\":\"" + url);
    }

    @Test
    void cors_ofAConfiguredOrigin() {
        WadoClient.Answer answer = client.get(path("SI"), "application/dicom", "Origin", "https://viewer.example.org");
        WadoClient.Answer preflight = client.send(
                "OPTIONS",
                path("SI"),
                null,
                "Origin",
                "https://viewer.example.org",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "accept,range");
        WadoClient.Answer other = client.get(path("SI"), "application/dicom", "Origin", "https://other.example.org");
        WadoClient.Answer problem = client.get(path("SI"), "image/png", "Origin", "https://viewer.example.org");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://viewer.example.org");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains(
                        "Content-Type",
                        "Content-Length",
                        "Content-Location",
                        "Content-Range",
                        "ETag",
                        "Location",
                        "Retry-After",
                        "Warning");
        assertThat(answer.response().headers().allValues("Vary")).contains("Origin", "Accept");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("accept,range");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(problem.header("Access-Control-Allow-Origin")).isEqualTo("https://viewer.example.org");
    }
}
