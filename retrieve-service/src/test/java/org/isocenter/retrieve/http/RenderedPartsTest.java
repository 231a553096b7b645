/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.List;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.retrieve.content.BytesContent;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Parts that are made one after the other. */
class RenderedPartsTest {

    private static final RenderedParts.Making DAMAGED = patience -> {
        throw new ArchiveException(ErrorCode.PIXEL_DATA_INVALID, "damaged");
    };

    private static final RenderedParts.Making MADE =
            patience -> new Part("image/jpeg", patience.toString(), new BytesContent(new byte[0]));

    @Test
    void next_leavesOutWhatCannotBeMade() {
        RenderedParts parts =
                new RenderedParts(List.of(DAMAGED, MADE, DAMAGED, MADE, DAMAGED).iterator()).begin();

        assertThat(parts.next().location()).isEqualTo(DecodedFrames.SHORT.toString());
        assertThat(parts.next().location()).isEqualTo(DecodedFrames.LONG.toString());
        assertThat(parts.hasNext()).isFalse();
    }

    @Test
    void begin_nothingCanBeMade_saysWhy() {
        assertThatThrownBy(() -> new RenderedParts(List.of(DAMAGED).iterator()).begin())
                .hasMessage("damaged");
        assertThatThrownBy(
                        () -> new RenderedParts(List.<RenderedParts.Making>of().iterator()).begin())
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void next_aFaultOfOurs_endsAll() {
        RenderedParts.Making fault = patience -> {
            throw new ArchiveException(ErrorCode.OBJECT_DAMAGED, "gone");
        };
        RenderedParts parts = new RenderedParts(List.of(MADE, fault, MADE).iterator()).begin();
        parts.next();

        assertThatThrownBy(parts::hasNext).hasMessage("gone");
    }
}
