/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

import java.util.Arrays;

import org.isocenter.dicom.image.codec.CodestreamException;

/** The coding styles of all components, as the COD and COC of a header say (ISO/IEC 15444-1 A.6). One thread at a time. */
final class CodingStyles {

    private static final int WITH_PRECINCTS = 1;
    private static final int MANY_COMPONENTS = 257;

    private final CodingStyle[] ofComponents;
    private CodingStyle common;
    private int layers;
    private boolean colourTransform;

    CodingStyles(int components) {
        ofComponents = new CodingStyle[components];
    }

    /** Those of a tile before its header says otherwise. */
    CodingStyles copy() {
        CodingStyles copy = new CodingStyles(ofComponents.length);
        System.arraycopy(ofComponents, 0, copy.ofComponents, 0, ofComponents.length);
        copy.common = common;
        copy.layers = layers;
        copy.colourTransform = colourTransform;
        return copy;
    }

    /** A COD segment behind its length; one in a tile's header comes before what the main header says of components. */
    void readCommon(Bytes segment, boolean ofTile) throws CodestreamException {
        boolean withPrecincts = (segment.unsigned8() & WITH_PRECINCTS) != 0;
        segment.unsigned8();
        layers = segment.unsigned16();
        colourTransform = segment.unsigned8() != 0;
        common = CodingStyle.read(segment, withPrecincts);
        if (ofTile) {
            Arrays.fill(ofComponents, null);
        }
    }

    /** A COC segment behind its length. */
    void readComponent(Bytes segment) throws CodestreamException {
        int component = ofComponents.length < MANY_COMPONENTS ? segment.unsigned8() : segment.unsigned16();
        boolean withPrecincts = (segment.unsigned8() & WITH_PRECINCTS) != 0;
        CodingStyle style = CodingStyle.read(segment, withPrecincts);
        if (component >= ofComponents.length) {
            throw new CodestreamException("a JPEG 2000 codestream with a coding style of no component");
        }
        ofComponents[component] = style;
    }

    boolean complete() {
        return common != null && layers > 0;
    }

    /** Whether the first three components are red, green and blue, transformed (ISO/IEC 15444-1 Annex G). */
    boolean colourTransform() {
        return colourTransform;
    }

    /** Packets of an area: one for each precinct and layer. */
    long packets(long x0, long y0, long x1, long y1) {
        long precincts = 0;
        for (CodingStyle own : ofComponents) {
            precincts += (own == null ? common : own).precinctsOf(x0, y0, x1, y1);
        }
        return precincts * layers;
    }

    /** log2 of the samples of the smallest code-block. */
    int smallestBlockBits() {
        int bits = common.blockBits();
        for (CodingStyle own : ofComponents) {
            bits = own == null ? bits : Math.min(bits, own.blockBits());
        }
        return bits;
    }
}
