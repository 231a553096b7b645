/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.color;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.util.Optional;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.image.render.IccHandling;
import org.isocenter.dicom.image.render.Picture;

/** Colour profiles of pictures (PS3.3 C.11.15, PS3.18 8.3.5.1.5). A profile that cannot be used counts as absent. */
public final class IccProfiles {

    private static final int LONGEST = 8 << 20;

    private IccProfiles() {}

    /** The profile of a data set, or of its first optical path (PS3.3 C.8.12.5). */
    public static Optional<byte[]> of(Attributes header) {
        byte[] profile = header.getBytes(Tag.ICCProfile);
        if (profile == null || profile.length == 0) {
            Attributes path = header.getNested(Tag.OpticalPathSequence);
            profile = path == null ? null : path.getBytes(Tag.ICCProfile);
        }
        return Optional.ofNullable(profile)
                .filter(each -> each.length > 0 && parse(each).isPresent());
    }

    private static Optional<ICC_Profile> parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return Optional.empty();
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes);
            return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? Optional.of(profile) : Optional.empty();
        } catch (IllegalArgumentException | CMMException e) {
            return Optional.empty();
        }
    }

    /** A picture in colour with the handling asked for; colours without a profile are taken to be sRGB. */
    public static Picture apply(IccHandling handling, Optional<byte[]> profile, BufferedImage image, int quality) {
        return switch (handling) {
            case NO -> new Picture(image, Optional.empty(), quality);
            case YES -> new Picture(image, profile, quality);
            case SRGB -> convert(profile, srgb(), image, quality);
            case ADOBERGB -> convert(profile, RgbProfile.ADOBE.bytes(), image, quality);
            case ROMMRGB -> convert(profile, RgbProfile.ROMM.bytes(), image, quality);
        };
    }

    private static byte[] srgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    private static Picture convert(Optional<byte[]> from, byte[] to, BufferedImage image, int quality) {
        ICC_Profile source = from.flatMap(IccProfiles::parse).orElse(ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        ICC_Profile target = ICC_Profile.getInstance(to);
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        try {
            new ColorConvertOp(new ICC_Profile[] {source, target}, null)
                    .filter(image.getRaster(), converted.getRaster());
        } catch (CMMException | IllegalArgumentException e) {
            return new Picture(image, Optional.empty(), quality); // a profile that only looks like one
        }
        return new Picture(converted, Optional.of(to), quality);
    }
}
