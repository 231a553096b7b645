/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.util.OptionalLong;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.image.transcode.FrameTranscoder;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.pixels.PixelMemory;
import org.isocenter.retrieve.send.BodyWriter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FrameRecoderTest {

    private static Attributes tiny() {
        Attributes attributes = new Attributes();
        attributes.setInt(Tag.Rows, 1);
        attributes.setInt(Tag.Columns, 1);
        attributes.setInt(Tag.BitsAllocated, 8);
        return attributes;
    }

    @Test
    void recode_aGiganticFrameThatIsDescribedAsTiny_isRefusedUnread() {
        FrameRecoder recoder = FrameRecoder.of(
                tiny(),
                FrameTranscoder.of(TransferSyntax.of(UID.JPEGLSLossless), TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                new PixelMemory());
        Content gigantic = new Content() {
            @Override
            public OptionalLong length() {
                return OptionalLong.empty();
            }

            @Override
            public void writeTo(BodyWriter out) {
                throw new AssertionError("it is read");
            }
        };

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> recoder.recode(gigantic, Runtime.getRuntime().maxMemory()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }
}
