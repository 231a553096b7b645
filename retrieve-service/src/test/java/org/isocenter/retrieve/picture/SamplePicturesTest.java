/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.object.Durability;
import org.isocenter.archive.object.FileObjectStore;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.FrameAttributes;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.image.render.geometry.PixelAspect;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.isocenter.retrieve.pixels.FrameFormats;
import org.isocenter.testkit.SampleFiles;
import org.isocenter.testkit.SampleFiles.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Every sample file that can be stored has a picture of the right size, or a reason of the catalogue why not. */
class SamplePicturesTest {

    private static final Set<ErrorCode> REASONS = Set.of(
            ErrorCode.PIXEL_DATA_INVALID,
            ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED,
            ErrorCode.LIMIT_EXCEEDED,
            ErrorCode.NOT_FOUND);

    @TempDir
    private Path folder;

    private int rendered;

    @Test
    void everyImage_isRenderedOrRefusedWithAReason() throws IOException {
        assumeTrue(SampleFiles.arePresent(), SampleFiles.MISSING);
        List<String> complaints = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (FileObjectStore objects = new FileObjectStore(folder, Durability.PROCESS)) {
            StoredImages images = new StoredImages(objects);
            for (Sample sample : SampleFiles.all()) {
                judge(images, sample, refused, complaints);
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(rendered).isGreaterThan(100);
    }

    private void judge(StoredImages images, Sample sample, List<String> refused, List<String> complaints) {
        ImageSource image;
        try (ByteArrayInputStream in = new ByteArrayInputStream(Files.readAllBytes(sample.path()))) {
            Part10Header header = Part10Header.read(in);
            image = images.store(
                    header.dataset().readAllBytes(), header.transferSyntax().uid());
        } catch (IOException | RuntimeException e) {
            return; // is not stored either
        }
        if (!FrameFormats.hasPixels(image.attributes())) {
            return;
        }
        for (String mediaType : List.of("image/jpeg", "image/png")) {
            try {
                byte[] picture =
                        images.pictures().picture(image, 1, RenderOptions.DEFAULT, mediaType, DecodedFrames.SHORT);
                check(image, ImageIO.read(new ByteArrayInputStream(picture)));
                rendered++;
            } catch (ArchiveException e) {
                if (!REASONS.contains(e.code())) {
                    complaints.add(sample + ": " + e);
                }
                refused.add(sample.expect() + " " + sample + " " + sample.get("transfer_syntax") + " " + e.code() + " "
                        + e.getMessage() + " / " + e.getCause());
            } catch (IOException | RuntimeException | AssertionError e) {
                complaints.add(sample + " as " + mediaType + ": " + e);
            }
        }
    }

    private static void check(ImageSource image, BufferedImage picture) {
        assertThat(picture).isNotNull();
        if (PixelAspect.of(new FrameAttributes(image.attributes(), 1)) == 1) {
            assertThat(picture.getWidth()).isEqualTo(image.attributes().getInt(Tag.Columns, 0));
            assertThat(picture.getHeight()).isEqualTo(image.attributes().getInt(Tag.Rows, 0));
        }
    }
}
