/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.geometry;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

import org.isocenter.dicom.image.render.PixelMatrix;
import org.isocenter.dicom.image.render.RenderException;
import org.isocenter.dicom.image.render.RenderException.Reason;
import org.isocenter.dicom.image.render.RenderLimits;
import org.isocenter.dicom.image.render.SourceRegion;
import org.isocenter.dicom.image.render.Viewport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PlacementTest {

    private static Placement whole(int width, int height, double aspect, Viewport viewport) throws RenderException {
        return Placement.of(
                DisplayedArea.whole(width, height, aspect), Optional.ofNullable(viewport), RenderLimits.DEFAULT);
    }

    private static Viewport region(int width, int height, double x, double y, double w, double h) {
        return new Viewport(width, height, new SourceRegion(x, y, w, h, false));
    }

    /** Wherever a pixel is put, its center is put there too. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,-1", "-1,1", "-1,-1"})
    void apply_everyOrientation_asTheTransformSays(int signX, int signY) throws RenderException {
        for (int turns = 0; turns < 4; turns++) {
            for (boolean flipped : new boolean[] {false, true}) {
                DisplayedArea displayed =
                        new DisplayedArea(new Rectangle2D.Double(0, 0, 7, 5), new Orientation(turns, flipped), 1, 1);
                Viewport viewport = region(100, 100, 1, 1, signX * 4, signY * 3);
                Placement placement = Placement.of(displayed, Optional.of(viewport), RenderLimits.DEFAULT);
                int found = 0;
                for (int pixel = 0; pixel < 35; pixel++) {
                    PixelMatrix image = PixelMatrix.black(7, 5, 1);
                    image.samples()[pixel] = (byte) 255;
                    PixelMatrix picture = placement.apply(image);
                    Point2D place = placement
                            .imageToPicture()
                            .transform(new Point2D.Double(pixel % 7 + 0.5, Math.floorDiv(pixel, 7) + 0.5), null);
                    boolean within = place.getX() > 0
                            && place.getY() > 0
                            && place.getX() < picture.width()
                            && place.getY() < picture.height();
                    if (within) {
                        found++;
                        int row = (int) place.getY();
                        int column = (int) place.getX();
                        int at = row * picture.width() + column;
                        assertThat(picture.samples()[at] & 0xFF)
                                .as("%d turns, flipped %s, pixel %d", turns, flipped, pixel)
                                .isGreaterThan(240);
                    }
                }
                assertThat(found).isEqualTo(12);
            }
        }
    }

    @Test
    void of_viewport_keepsProportions() throws RenderException {
        Placement placement = whole(200, 100, 1, Viewport.of(50, 50));

        assertThat(placement.width()).isEqualTo(50);
        assertThat(placement.height()).isEqualTo(25);
    }

    @Test
    void of_tallPixels_stretched() throws RenderException {
        Placement placement = whole(100, 100, 2, null);

        assertThat(placement.width()).isEqualTo(100);
        assertThat(placement.height()).isEqualTo(200);
        assertThat(whole(100, 100, 0.5, null).width()).isEqualTo(200);
        assertThat(whole(100, 100, 1e9, null).height()).isEqualTo(100);
    }

    @Test
    void of_regionOutside_emptyRegion() {
        assertThat(catchThrowableOfType(RenderException.class, () -> whole(100, 100, 1, region(10, 10, 100, 0, 5, 5)))
                        .reason())
                .isEqualTo(Reason.EMPTY_REGION);
    }

    @Test
    void of_sliverInAViewport_tooLargeOrOnePixelHigh() throws RenderException {
        Placement placement = whole(60000, 1, 1, Viewport.of(100, 100));

        assertThat(placement.height()).isEqualTo(1);
        assertThat(catchThrowableOfType(
                                RenderException.class,
                                () -> Placement.of(
                                        DisplayedArea.whole(2000, 2000, 1),
                                        Optional.empty(),
                                        new RenderLimits(1000, 1, 1)))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void apply_smaller_meanOfWhatIsCovered() throws RenderException {
        byte[] samples = {0, 100, 50, 50, 0, 100, 50, (byte) 250};
        PixelMatrix picture = whole(4, 2, 1, Viewport.of(2, 1)).apply(new PixelMatrix(4, 2, 1, samples));

        assertThat(picture.samples()).containsExactly((byte) 50, (byte) 100);
    }

    @Test
    void apply_areaBeyondTheImage_black() throws RenderException {
        DisplayedArea displayed = new DisplayedArea(new Rectangle2D.Double(-2, -2, 6, 6), Orientation.UPRIGHT, 1, 1);
        byte[] samples = {9, 9, 9, 9};
        PixelMatrix picture = Placement.of(displayed, Optional.empty(), RenderLimits.DEFAULT)
                .apply(new PixelMatrix(2, 2, 1, samples));

        assertThat(picture.width()).isEqualTo(6);
        assertThat(picture.samples()[0]).isZero();
        assertThat(picture.samples()[2 * 6 + 2]).isEqualTo((byte) 9);
        assertThat(picture.samples()[3 * 6 + 3]).isEqualTo((byte) 9);
        assertThat(picture.samples()[4 * 6 + 4]).isZero();
    }
}
