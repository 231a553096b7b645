/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.io.DicomFormatException.Reason;

/** Passes long values of the top level from an input to an output of another encoding; keeps the rest in between. */
final class StreamedValues implements BulkHandler {
    private static final int BUFFER = 64 * 1024;

    private final ScanLimits limits;
    private final ElementOutput out;
    private final TransferSyntax target;
    private final Attributes pending = new Attributes(64);
    private final Attributes written = new Attributes(1);

    StreamedValues(ScanLimits limits, ElementOutput out, TransferSyntax target) {
        this.limits = limits;
        this.out = out;
        this.target = target;
    }

    /** The elements read and not yet written. */
    Attributes pending() {
        return pending;
    }

    /** Writes what was read so far; Pixel Representation stays, for it decides on what follows, and is written once. */
    void flush() throws IOException {
        Attributes ready = new Attributes(pending);
        for (int tag : pending.tags()) {
            boolean groupLength = (tag & 0xFFFF) == 0;
            if (groupLength || written.contains(tag)) {
                ready.remove(tag);
            }
            if (tag != Tag.PixelRepresentation) {
                pending.remove(tag);
            }
        }
        out.writeDataset(ready);
        written.addSelected(pending, Tag.PixelRepresentation);
    }

    @Override
    public Object takeValue(Attributes holder, int tag, VR vr, long length, ElementInput in) throws IOException {
        boolean bulk = BulkIndexer.isPixelData(tag) || vr.isBulk() && length > limits.bulkThreshold();
        if (!bulk || holder.parent() != null || vr == VR.UN && Dictionary.vrOf(tag) == VR.SQ) {
            return null;
        }
        if (length > limits.maxElementLength()) {
            throw DicomFormatException.at(Reason.ELEMENT_TOO_LONG, tag, in.position());
        }
        flush();
        out.writeHeader(tag, vr, (int) (length + (length & 1)));
        boolean swap = in.isBigEndian() != target.bigEndian() && vr.wordLength() > 1;
        byte[] words = swap ? new byte[BUFFER] : null;
        in.copy(tag, length, (buffer, offset, count) -> {
            if (swap) {
                System.arraycopy(buffer, offset, words, 0, count);
                ByteOrders.swap(words, 0, count, vr);
                out.put(words, 0, count);
            } else {
                out.put(buffer, offset, count);
            }
        });
        if ((length & 1) != 0) {
            out.put(new byte[1], 0, 1);
        }
        return DROPPED;
    }

    /** A native data set has no fragments; where it has some all the same they pass as they are. */
    @Override
    public FragmentHandler takeFragments(Attributes holder, int tag, VR vr, ElementInput in) {
        return null;
    }
}
