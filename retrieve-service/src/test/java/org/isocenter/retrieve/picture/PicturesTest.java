/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.object.Durability;
import org.isocenter.archive.object.FileObjectStore;
import org.isocenter.archive.object.ObjectUpload;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.image.render.Viewport;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.isocenter.retrieve.send.StreamWriter;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pictures out of real objects. */
class PicturesTest {

    @TempDir
    private Path folder;

    private FileObjectStore objects;
    private StoredImages images;
    private Pictures pictures;

    @BeforeEach
    void open() {
        objects = new FileObjectStore(folder, Durability.PROCESS);
        images = new StoredImages(objects);
        pictures = images.pictures();
    }

    @AfterEach
    void close() {
        objects.close();
    }

    private static Attributes ct(long seed) {
        return SyntheticStudy.of(SyntheticKind.CT, seed)
                .withSlices(1)
                .withSize(60, 80)
                .instance(0, 0);
    }

    private static Attributes frames(int count) {
        return SyntheticStudy.of(SyntheticKind.US_MULTIFRAME, 3)
                .withSlices(count)
                .withSize(48, 64)
                .instance(0, 0);
    }

    private BufferedImage png(ImageSource image, int number) throws IOException {
        byte[] png = pictures.picture(image, number, RenderOptions.DEFAULT, "image/png", DecodedFrames.SHORT);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static void assertFails(ErrorCode code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(ArchiveException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void picture_isTheSameInEveryNativeSyntax(String transferSyntaxUid) throws IOException {
        BufferedImage usual = png(images.store(ct(1), UID.ExplicitVRLittleEndian), 1);
        BufferedImage other = png(images.store(ct(1), transferSyntaxUid), 1);

        assertThat(usual.getWidth()).isEqualTo(80);
        assertThat(usual.getHeight()).isEqualTo(60);
        assertThat(Arrays.stream(pixels(usual)).distinct().count()).isGreaterThan(10);
        assertThat(pixels(other)).isEqualTo(pixels(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.ExplicitVRLittleEndian, "1.2.840.10008.1.2.1.99"})
    void picture_ofNoSuchFrame_isNotFound(String transferSyntaxUid) throws IOException {
        ImageSource image = images.store(frames(3), transferSyntaxUid);

        for (int number : new int[] {-1, 0, 4}) {
            assertFails(
                    ErrorCode.NOT_FOUND,
                    () -> pictures.picture(image, number, RenderOptions.DEFAULT, "image/png", DecodedFrames.SHORT));
        }
    }

    @Test
    void picture_tableInTheObject_isRead() throws IOException {
        Attributes image = ct(2);
        image.remove(Tag.WindowCenter);
        image.remove(Tag.WindowWidth);
        byte[] table = new byte[2 * 4096]; // over 1 KiB: not in the row
        Arrays.fill(table, (byte) 0xFF);
        Attributes item = new Attributes();
        item.setInt(Tag.LUTDescriptor, VR.US, 4096, 0, 16);
        item.setBytes(Tag.LUTData, VR.OW, table);
        image.newSequence(Tag.VOILUTSequence).add(item);

        BufferedImage picture = png(images.store(image, UID.ExplicitVRLittleEndian), 1);

        assertThat(pixels(picture)).containsOnly(0xFFFFFFFF);
    }

    @Test
    void picture_damagedOrUnknown_isATypedFailure() throws IOException {
        Attributes image = ct(3);
        Fragments fragments = new Fragments();
        fragments.add(new byte[0]);
        fragments.add(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 1, 2});
        image.setValue(Tag.PixelData, VR.OB, fragments);
        ImageSource damaged = images.store(image, UID.JPEGBaseline8Bit);
        ImageSource unknown = images.store(image, "1.2.3.4");
        ImageSource whole = images.store(ct(3), UID.ExplicitVRLittleEndian);

        assertFails(ErrorCode.PIXEL_DATA_INVALID, () -> jpeg(damaged, RenderOptions.DEFAULT));
        assertFails(ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED, () -> jpeg(unknown, RenderOptions.DEFAULT));
        assertFails(
                ErrorCode.LIMIT_EXCEEDED,
                () -> jpeg(whole, RenderOptions.DEFAULT.withViewport(Viewport.of(32_000, 32_000))));
        assertFails(
                ErrorCode.NOT_FOUND,
                () -> pictures.picture(whole, 2, RenderOptions.DEFAULT, "image/png", DecodedFrames.SHORT));
    }

    private byte[] jpeg(ImageSource image, RenderOptions options) {
        return pictures.picture(image, 1, options, "image/jpeg", DecodedFrames.SHORT);
    }

    @Test
    void animation_hasEveryFrame() throws IOException {
        ImageSource image = images.store(frames(4), UID.ExplicitVRLittleEndian);
        ByteArrayOutputStream gif = new ByteArrayOutputStream();

        try (AnimatedPicture animation =
                new AnimatedPicture(pictures, image, List.of(1, 2, 3, 4), RenderOptions.DEFAULT)) {
            animation.writeTo(new StreamWriter(gif));
        }

        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif.toByteArray())));
        assertThat(reader.getNumImages(true)).isEqualTo(4);
        assertThat(reader.getWidth(0)).isEqualTo(64);
    }

    @Test
    void thumbnail_ofTheDefaultSize_isKept() throws IOException {
        ImageSource image = images.store(ct(4), UID.ExplicitVRLittleEndian);
        KeptThumbnails thumbnails = new KeptThumbnails(objects, pictures, "test");

        byte[] made = thumbnails.of(image, 1, Optional.empty());
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(thumbnails.of(image, 1, Optional.of(Viewport.of(16, 16)))));

        assertThat(ImageIO.read(new ByteArrayInputStream(made)).getWidth()).isEqualTo(128);
        assertThat(small.getWidth()).isEqualTo(16);
        assertThat(objects.list("test-derived", "1.1/1.2/")
                        .map(each -> each.location().key()))
                .containsExactly("1.1/1.2/1.3.1.01010101.f1.t128.jpg");
        // what is kept is given, whatever it is
        byte[] other = {1, 2, 3};
        try (ObjectUpload upload = objects.newUpload()) {
            upload.write(other, 0, other.length);
            upload.commit(thumbnails.location(image.instance(), 1));
        }
        assertThat(thumbnails.of(image, 1, Optional.empty())).isEqualTo(other);
    }
}
