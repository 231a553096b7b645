/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import java.io.IOException;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.io.DicomFormatException.Reason;

/** Reads elements, items and fragments in any of the uncompressed encodings (PS3.5 7, annex A). */
final class DatasetParser {
    static final long UNDEFINED = 0xFFFF_FFFFL;
    static final int PIXEL_DATA_GROUP = 0x7FE0;
    private static final int ELEMENT_ALLOWANCE = 24;
    private static final int ITEM_ALLOWANCE = 96;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 12;
    private static final long UNDEFINED_END = Long.MAX_VALUE;
    private static final int MAX_UNORDERED = 4096;
    private static final long METERED = 1024 * 1024;
    private static final byte[] EMPTY = {};

    private final ElementInput in;
    private final ReadLimits limits;
    private final BulkHandler bulk;
    private final int stopAt;
    private HeaderMeter meter = HeaderMeter.NONE;
    private boolean explicit;
    private long charged;
    private long metered = METERED;
    private int nesting;
    private boolean begun;

    // the header read last
    private int tag;
    private VR vr;
    private long length;

    /** A parser that stops before the first top-level tag not below {@code stopAt}; -1 for none. */
    DatasetParser(ElementInput in, boolean explicit, ReadLimits limits, BulkHandler bulk, int stopAt) {
        this.in = in;
        this.explicit = explicit;
        this.limits = limits;
        this.bulk = bulk;
        this.stopAt = stopAt;
    }

    void setMeter(HeaderMeter headerMeter) {
        meter = headerMeter;
    }

    boolean isExplicit() {
        return explicit;
    }

    /** Reads to the end of the input or to the tag to stop at. */
    void readDataset(Attributes target) throws IOException {
        explicit = EncodingSniffer.isExplicit(in, explicit);
        while (in.peek(SHORT_HEADER) > 0) {
            if (in.peek(SHORT_HEADER) < SHORT_HEADER || isPadding()) {
                endOfDataset();
                return;
            }
            if (stopAt != -1 && Integer.compareUnsigned(in.tagAt(0), stopAt) >= 0) {
                return;
            }
            readHeader();
            if (tag >>> 16 == 0xFFFE) {
                throw error(Reason.UNEXPECTED_TAG);
            }
            readValue(target, Long.MAX_VALUE);
            begun = true;
        }
    }

    private boolean isPadding() {
        return begun && in.tagAt(0) == 0 && in.intAt(4) == 0;
    }

    /** Zeros after the last element are no data; anything else is a header cut short. */
    private void endOfDataset() throws IOException {
        if (!begun || !in.skipZeros()) {
            throw error(Reason.TRUNCATED);
        }
    }

    private void require(int count) throws IOException {
        if (in.peek(count) < count) {
            throw in.truncated(tag);
        }
    }

    private void readHeader() throws IOException {
        require(SHORT_HEADER);
        tag = in.tagAt(0);
        if (!explicit || tag >>> 16 == 0xFFFE) {
            readImplicitHeader();
            return;
        }
        vr = VR.of(in.byteAt(4), in.byteAt(5));
        if (vr != null) {
            if (vr.hasLongHeader()) {
                readLongLength();
            } else {
                length = in.shortAt(6);
                in.advance(SHORT_HEADER);
            }
        } else {
            readUnknownVr();
        }
    }

    private void readImplicitHeader() {
        length = Integer.toUnsignedLong(in.intAt(4));
        vr = Dictionary.vrOf(tag);
        in.advance(SHORT_HEADER);
    }

    private void readLongLength() throws IOException {
        require(LONG_HEADER);
        length = Integer.toUnsignedLong(in.intAt(8));
        in.advance(LONG_HEADER);
    }

    /** A VR of a later edition has a long header; other bytes in its place stand for a short one, or for none. */
    private void readUnknownVr() throws IOException {
        boolean letters = isLetter(in.byteAt(4)) && isLetter(in.byteAt(5));
        if (letters && in.shortAt(6) == 0) {
            vr = VR.UN;
            readLongLength();
        } else if (letters || in.shortAt(4) == 0x2020 || in.shortAt(4) == 0x3F3F) {
            vr = VR.UN;
            length = in.shortAt(6);
            in.advance(SHORT_HEADER);
        } else {
            readImplicitHeader();
        }
    }

    private static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }

    private void readValue(Attributes holder, long limit) throws IOException {
        charge(ELEMENT_ALLOWANCE);
        checkOrder(holder);
        if (length == UNDEFINED && vr != null && !(explicit && !vr.hasLongHeader())) {
            readUndefined(holder, limit);
            return;
        }
        if (length > limit - in.position()) {
            throw error(Reason.OVERRUN);
        }
        if (vr == VR.SQ && !explicit && length > 0 && !isItemAhead()) {
            vr = VR.UN; // another VR than the dictionary's, which only an explicit data set could tell
        }
        if (vr == VR.SQ) {
            long end = in.position() + length;
            readSequence(holder, VR.SQ, end);
        } else if (length == 0) {
            holder.setBytes(tag, resolved(holder), EMPTY);
        } else {
            readDefined(holder);
        }
    }

    /** PS3.5 7.1: tags ascend. Some writers forget that; but to sort millions of elements in would take hours. */
    private void checkOrder(Attributes holder) throws DicomFormatException {
        int size = holder.size();
        if (size > MAX_UNORDERED && Integer.compareUnsigned(tag, holder.tagAt(size - 1)) < 0) {
            throw error(Reason.UNEXPECTED_TAG);
        }
    }

    private boolean isItemAhead() throws IOException {
        return length >= SHORT_HEADER && in.peek(SHORT_HEADER) >= SHORT_HEADER && in.tagAt(0) >>> 16 == 0xFFFE;
    }

    private void readDefined(Attributes holder) throws IOException {
        int valueTag = tag;
        VR valueVr = resolved(holder);
        Object taken = bulk.takeValue(holder, valueTag, valueVr, length, in);
        if (taken == BulkHandler.DROPPED) {
            return;
        }
        if (taken != null) {
            holder.setValue(valueTag, valueVr, taken);
            return;
        }
        byte[] bytes = readBytes(length);
        if (in.isBigEndian()) {
            ByteOrders.swap(bytes, 0, bytes.length, valueVr);
        }
        if (valueVr == VR.UN && explicit && Dictionary.vrOf(valueTag) == VR.SQ && readKnownSequence(holder, bytes)) {
            return;
        }
        holder.setBytes(valueTag, valueVr, bytes);
    }

    /** A sequence of the standard that came as UN of known length; its items are implicit (PS3.5 6.2.2). */
    private boolean readKnownSequence(Attributes holder, byte[] bytes) {
        ElementInput items = new ElementInput(bytes);
        ReadLimits left =
                new ReadLimits(limits.maxNesting() - nesting, bytes.length, limits.maxTotalLength() - charged);
        DatasetParser parser = new DatasetParser(items, false, left, BulkHandler.KEEP_ALL, -1);
        Attributes trial = new Attributes();
        try {
            parser.tag = tag;
            parser.readSequence(trial, VR.UN, bytes.length);
        } catch (IOException e) {
            return false; // not a sequence after all: the bytes are kept
        }
        charged += parser.charged;
        holder.setValue(tag, VR.UN, trial.getSequence(tag));
        return true;
    }

    private byte[] readBytes(long count) throws IOException {
        if (count > limits.maxValueLength() || count > Integer.MAX_VALUE - SHORT_HEADER) {
            throw error(Reason.ELEMENT_TOO_LONG);
        }
        charge(count);
        return in.readBytes(tag, (int) count);
    }

    private VR resolved(Attributes holder) {
        if (!explicit && vr == VR.US && Dictionary.isUnsignedOrSigned(tag)) {
            return isSigned(holder) ? VR.SS : VR.US;
        }
        return vr;
    }

    private static boolean isSigned(Attributes holder) {
        for (Attributes scope = holder; scope != null; scope = scope.parent()) {
            if (scope.contains(Tag.PixelRepresentation)) {
                return scope.getInt(Tag.PixelRepresentation, 0) == 1;
            }
        }
        return false;
    }

    private void readUndefined(Attributes holder, long limit) throws IOException {
        if (vr == VR.SQ) {
            readSequence(holder, VR.SQ, UNDEFINED_END);
        } else if (isEncapsulated()) {
            readFragments(holder, limit);
        } else if (vr == VR.UN) {
            boolean outer = explicit;
            boolean outerBigEndian = in.isBigEndian();
            explicit = false;
            in.setBigEndian(false);
            readSequence(holder, outer ? VR.UN : VR.SQ, UNDEFINED_END);
            explicit = outer;
            in.setBigEndian(outerBigEndian);
        } else {
            throw error(Reason.INVALID_LENGTH);
        }
    }

    private boolean isEncapsulated() {
        return vr == VR.OB || vr == VR.OW || vr == VR.OF || vr == VR.OD || vr == VR.OL || vr == VR.OV;
    }

    private void readSequence(Attributes holder, VR sequenceVr, long end) throws IOException {
        int sequenceTag = tag;
        if (++nesting > limits.maxNesting()) {
            throw error(Reason.NESTED_TOO_DEEPLY);
        }
        Sequence sequence = holder.newSequence(sequenceTag, sequenceVr);
        sequence.setUndefinedLength(end == UNDEFINED_END);
        while (in.position() < end) {
            readHeader();
            if (tag == Tag.SequenceDelimitationItem) {
                if (end == UNDEFINED_END) {
                    break;
                }
                continue; // superfluous, but harmless
            }
            if (tag != Tag.Item) {
                throw error(Reason.UNEXPECTED_TAG);
            }
            readItem(sequence, end);
        }
        if (end != UNDEFINED_END && in.position() > end) {
            throw error(Reason.OVERRUN);
        }
        nesting--;
    }

    private void readItem(Sequence sequence, long sequenceEnd) throws IOException {
        charge(ITEM_ALLOWANCE);
        boolean undefined = length == UNDEFINED;
        long end = undefined ? sequenceEnd : in.position() + length;
        if (end > sequenceEnd) {
            throw error(Reason.OVERRUN);
        }
        Attributes item = new Attributes(length == 0 ? 0 : 8);
        item.setUndefinedLength(undefined);
        sequence.add(item);
        while (undefined || in.position() < end) {
            readHeader();
            if (tag == Tag.ItemDelimitationItem) {
                if (undefined) {
                    break;
                }
                continue;
            }
            if (tag >>> 16 == 0xFFFE) {
                throw error(Reason.UNEXPECTED_TAG);
            }
            readValue(item, end);
        }
        if (in.position() > end) {
            throw error(Reason.OVERRUN);
        }
    }

    private void readFragments(Attributes holder, long limit) throws IOException {
        int pixelTag = tag;
        VR pixelVr = vr;
        BulkHandler.FragmentHandler handler = bulk.takeFragments(holder, pixelTag, pixelVr, in);
        Fragments fragments = new Fragments();
        while (true) {
            readHeader();
            if (tag == Tag.SequenceDelimitationItem) {
                break;
            }
            if (tag != Tag.Item) {
                throw error(Reason.UNEXPECTED_TAG);
            }
            if (length == UNDEFINED) {
                throw error(Reason.INVALID_LENGTH);
            }
            if (length > limit - in.position()) {
                throw error(Reason.OVERRUN);
            }
            charge(ELEMENT_ALLOWANCE);
            if (handler != null) {
                handler.fragment(length, in);
            } else {
                fragments.add(readBytes(length));
            }
        }
        tag = pixelTag;
        Object value = handler == null ? fragments : handler.end();
        if (value != BulkHandler.DROPPED) {
            holder.setValue(pixelTag, pixelVr, value);
        }
    }

    private void charge(long bytes) throws IOException {
        charged += bytes;
        if (charged > limits.maxTotalLength()) {
            throw error(Reason.HEADER_TOO_LARGE);
        }
        while (charged > metered) {
            metered += METERED;
            meter.grow(METERED);
        }
    }

    private DicomFormatException error(Reason reason) {
        return DicomFormatException.at(reason, tag, in.position());
    }
}
