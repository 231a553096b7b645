/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.io.DatasetScanner;
import org.isocenter.dicom.io.DicomFormatException;
import org.isocenter.dicom.io.ScanLimits;
import org.isocenter.ingest.Codestreams;
import org.isocenter.service.multipart.BodyPart;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** Damaged metadata are refused by type, or are some other data set; nothing else is thrown. */
class MutatedMetadataTest {

    private static final int ROUNDS = 20_000;
    private static final String JSON = "[{\"00080016\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]},\"00080018\":{\"vr\":\"UI\","
            + "\"Value\":[\"1.3\"]},\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"A^B\"}]},\"00280008\":{\"vr\":"
            + "\"IS\",\"Value\":[1]},\"00280010\":{\"vr\":\"US\",\"Value\":[5]},\"00420011\":{\"vr\":\"OB\",\"InlineBinary\":"
            + "\"AAAA\"},\"54000100\":{\"vr\":\"SQ\",\"Value\":[{\"54001010\":{\"vr\":\"OW\",\"BulkDataURI\":\"w\"}}]},"
            + "\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"p\"}}]";
    private static final String XML =
            "<NativeDicomModel><DicomAttribute tag=\"00080018\" vr=\"UI\"><Value number=\"1\">1.3"
                    + "</Value></DicomAttribute><DicomAttribute tag=\"00280008\" vr=\"IS\"><Value number=\"1\">1</Value></DicomAttribute>"
                    + "<DicomAttribute tag=\"54000100\" vr=\"SQ\"><Item number=\"1\"><DicomAttribute tag=\"54001010\" vr=\"OW\">"
                    + "<BulkData uri=\"w\"/></DicomAttribute></Item></DicomAttribute><DicomAttribute tag=\"7FE00010\" vr=\"OB\">"
                    + "<BulkData uri=\"p\"/></DicomAttribute></NativeDicomModel>";
    private static final String LETTERS = "{}[]\":,<>/=0123456789AFOBUSQLTNvr pw\\";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(MetadataForm.class)
    void assemble_damagedMetadata(MetadataForm form) throws IOException {
        Random random = new Random(11);
        int assembled = 0;
        int refused = 0;
        MetadataMemory memory = new MetadataMemory(1 << 20, 1 << 20);
        SpoolSpace space = new SpoolSpace(1 << 20);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(form == MetadataForm.JSON ? JSON : XML);
            for (int change = i == 0 ? 0 : 1 + random.nextInt(3); change > 0; change--) {
                damage(text, random);
            }
            try (MetadataMemory.Share share = memory.share();
                    BulkSpool spool = new BulkSpool(folder, space)) {
                BulkParts parts = parts(spool);
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                for (DescribedInstance each : new MetadataReader(form, share).read(new ByteArrayInputStream(bytes))) {
                    AssembledInstance instance = InstanceAssembler.assemble(each, parts);
                    DatasetScanner.scan(
                            instance.dataset(),
                            instance.transferSyntax(),
                            ScanLimits.DEFAULT,
                            (b, offset, length) -> {});
                    assembled++;
                }
            } catch (InvalidMetadataException | DicomFormatException e) {
                refused++;
            } catch (ArchiveException e) {
                assertThat(e.code()).as(text.toString()).isNotEqualTo(ErrorCode.INTERNAL);
                refused++;
            } catch (RuntimeException e) {
                fail("for " + text, e);
            }
            if (i == 0) {
                assertThat(assembled).isEqualTo(1);
            }
        }
        assertThat(assembled).isGreaterThan(ROUNDS / 50);
        assertThat(refused).isGreaterThan(ROUNDS / 50);
        assertThat(space.taken()).isZero();
    }

    private static BulkParts parts(BulkSpool spool) throws IOException {
        BulkParts parts = new BulkParts(URI.create("http://localhost/dicom-web/studies"), spool);
        parts.add(part("p", "image/jpeg", Codestreams.jpeg(0xc0, 5, 7)));
        parts.add(part("w", "application/octet-stream", new byte[33]));
        return parts;
    }

    private static BodyPart part(String location, String mediaType, byte[] content) {
        return new BodyPart(
                Map.of("content-location", location, "content-type", mediaType), new ByteArrayInputStream(content));
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int kind = random.nextInt(4);
        if (kind == 0) {
            text.deleteCharAt(at);
        } else if (kind == 1) {
            text.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
        } else if (kind == 2) {
            text.setCharAt(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
        } else {
            text.insert(at, text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(60))));
        }
    }
}
