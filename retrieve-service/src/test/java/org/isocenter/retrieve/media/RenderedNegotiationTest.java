/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.media;

import java.util.List;
import java.util.Optional;

import org.isocenter.retrieve.media.RenderedNegotiation.Scope;
import org.isocenter.service.http.Acceptance;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How rendered resources go out. */
class RenderedNegotiationTest {

    private static final List<String> IMAGES = RenderedKind.IMAGE.mediaTypes();

    private static Optional<RenderedNegotiation> negotiate(String accept, Scope scope) {
        return RenderedNegotiation.of(Acceptance.of(List.of(), List.of(accept)), IMAGES, scope);
    }

    private static Optional<RenderedNegotiation> single(String mediaType) {
        return Optional.of(new RenderedNegotiation(false, mediaType));
    }

    private static Optional<RenderedNegotiation> parts(String mediaType) {
        return Optional.of(new RenderedNegotiation(true, mediaType));
    }

    @Test
    void of_one_theMostWanted() {
        assertThat(negotiate("*/*", Scope.ONE)).isEqualTo(single("image/jpeg"));
        assertThat(negotiate("image/*", Scope.ONE)).isEqualTo(single("image/jpeg"));
        assertThat(negotiate("image/jpeg;q=0.4, image/png;q=0.9", Scope.ONE)).isEqualTo(single("image/png"));
        assertThat(negotiate("image/*, image/jpeg;q=0", Scope.ONE)).isEqualTo(single("image/png"));
        assertThat(negotiate("multipart/related; type=\"image/gif\"", Scope.ONE))
                .isEqualTo(parts("image/gif"));
        assertThat(negotiate("text/html", Scope.ONE)).isEmpty();
    }

    @Test
    void of_theQueryGoesFirst() {
        Acceptance acceptance = Acceptance.of(List.of("image/png"), List.of("image/jpeg"));

        assertThat(RenderedNegotiation.of(acceptance, IMAGES, Scope.ONE)).isEqualTo(single("image/png"));
    }

    @Test
    void of_frames_arePartsButForAGif() {
        assertThat(negotiate("*/*", Scope.FRAMES)).isEqualTo(parts("image/jpeg"));
        assertThat(negotiate("image/png", Scope.FRAMES)).isEqualTo(parts("image/png"));
        assertThat(negotiate("image/gif", Scope.FRAMES)).isEqualTo(single("image/gif"));
    }

    @Test
    void of_instances_arePartsButForAnImageByName() {
        assertThat(negotiate("*/*", Scope.INSTANCES)).isEqualTo(parts("image/jpeg"));
        assertThat(negotiate("image/png", Scope.INSTANCES)).isEqualTo(single("image/png"));
        assertThat(negotiate("multipart/related", Scope.INSTANCES)).isEqualTo(parts("image/jpeg"));
        assertThat(RenderedNegotiation.of(
                        Acceptance.of(List.of(), List.of("text/html")),
                        RenderedKind.REPORT.mediaTypes(),
                        Scope.INSTANCES))
                .isEmpty();
    }

    @Test
    void ofParts_eachKindByItself() {
        Acceptance acceptance = Acceptance.of(
                List.of(), List.of("multipart/related; type=\"image/png\", multipart/related;type=text/plain"));

        assertThat(RenderedNegotiation.ofParts(acceptance, IMAGES)).isEqualTo(parts("image/png"));
        assertThat(RenderedNegotiation.ofParts(acceptance, RenderedKind.REPORT.mediaTypes()))
                .isEqualTo(parts("text/plain"));
        assertThat(RenderedNegotiation.ofParts(acceptance, RenderedKind.DOCUMENT.mediaTypes()))
                .isEmpty();
    }
}
