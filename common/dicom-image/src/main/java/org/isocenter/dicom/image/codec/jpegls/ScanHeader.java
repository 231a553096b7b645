/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpegls;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.stream.SegmentReader;

/**
 * A scan header of JPEG-LS (T.87 C.2.3).
 *
 * @param near by how much a sample may be off
 * @param interleave how components follow each other
 * @param pointTransform bits that samples were shifted by
 * @param components indexes of the frame's components
 */
record ScanHeader(int near, Interleave interleave, int pointTransform, int... components) {

    /** How components follow each other. */
    enum Interleave {
        NONE,
        LINE,
        SAMPLE
    }

    static ScanHeader read(SegmentReader in, FrameHeader frame) throws CodestreamException {
        int count = in.readByte();
        if (count == 0 || count > frame.componentIds().length) {
            throw new CodestreamException("a JPEG-LS scan of an impossible number of components");
        }
        int[] components = new int[count];
        int used = 0;
        for (int i = 0; i < count; i++) {
            components[i] = component(frame, in.readByte(), used);
            used |= 1 << components[i];
            if (in.readByte() != 0) {
                throw new CodestreamException("a JPEG-LS codestream with mapping tables");
            }
        }
        int near = in.readByte();
        int interleave = in.readByte();
        int pointTransform = in.readByte() & 15;
        if (interleave > 2 || interleave == 0 && count > 1 || pointTransform >= frame.precision()) {
            throw new CodestreamException("a JPEG-LS scan with impossible parameters");
        }
        Interleave mode = count == 1 ? Interleave.NONE : Interleave.values()[interleave];
        return new ScanHeader(near, mode, pointTransform, components);
    }

    private static int component(FrameHeader frame, int id, int used) throws CodestreamException {
        int[] ids = frame.componentIds();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id && (used & 1 << i) == 0) {
                return i;
            }
        }
        throw new CodestreamException("a JPEG-LS scan of a component that is not in its frame");
    }
}
