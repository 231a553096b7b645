/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.DicomFormatException;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * Puts the data set of one instance together, in explicit VR little endian with native or encapsulated pixel data. Whether it is
 * one that can be stored is for the store path to say. Used by one thread.
 */
public final class InstanceAssembler {

    /** PS3.5 table A.4-1: ends the fragments. */
    private static final byte[] SEQUENCE_DELIMITATION = {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0
    };

    private static final int DELIMITERS = 0xFFFE;
    private static final int COMMANDS = 0x0000;
    private static final int MEDIA = 0x0002;

    private final DescribedInstance described;
    private final BulkParts parts;
    private final Attributes attributes;
    /** By the number that stands in a BulkData's offset from here on. */
    private final List<BulkPart> placed = new ArrayList<>();

    private Optional<String> namedTransferSyntax = Optional.empty();
    private TransferSyntax transferSyntax = TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    private EncapsulatedFrames frames;

    private InstanceAssembler(DescribedInstance described, BulkParts parts) {
        this.described = described;
        this.parts = parts;
        this.attributes = described.attributes();
    }

    /**
     * Puts an instance together; its metadata are used up by it.
     *
     * @throws ArchiveException BULK_DATA_MISMATCH, PIXEL_DATA_INVALID, TRANSFER_SYNTAX_NOT_SUPPORTED, CANNOT_UNDERSTAND or
     *     LIMIT_EXCEEDED
     */
    public static AssembledInstance assemble(DescribedInstance described, BulkParts parts) {
        return new InstanceAssembler(described, parts).assemble();
    }

    private AssembledInstance assemble() {
        takeMetaInformation();
        resolve(attributes, true);
        if (frames == null
                && namedTransferSyntax.map(TransferSyntax::of).stream().anyMatch(TransferSyntax::encapsulated)
                && attributes.containsValue(Tag.PixelData)) {
            throw new ArchiveException(
                    ErrorCode.BULK_DATA_MISMATCH, "native pixel data under the name of a compressed transfer syntax");
        }
        SegmentedDataset dataset = new SegmentedDataset(parts.spool());
        try {
            DatasetWriter.write(
                    attributes,
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                    dataset,
                    (tag, bulk, out) -> write(bulk, dataset));
        } catch (DicomFormatException e) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "a value is longer than an element can be", e);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.INTERNAL, "the data set cannot be written", e);
        }
        return new AssembledInstance(transferSyntax, dataset.open());
    }

    private void write(BulkData bulk, SegmentedDataset dataset) throws IOException {
        if (bulk.encapsulated()) {
            frames.writeTo(dataset);
            dataset.write(SEQUENCE_DELIMITATION);
        } else {
            dataset.append(placed.get((int) bulk.offset()).range());
        }
    }

    /** PS3.18 F.2: metadata have no group 0002; from those that do, the transfer syntax is of use. */
    private void takeMetaInformation() {
        namedTransferSyntax = Optional.ofNullable(attributes.getString(Tag.TransferSyntaxUID));
        for (int tag : attributes.tags()) {
            if (tag >>> 16 == MEDIA) {
                attributes.remove(tag);
            }
        }
    }

    /** Puts values, as far as they are known, in place of references. */
    private void resolve(Attributes level, boolean top) {
        for (int tag : level.tags()) {
            int group = tag >>> 16;
            if (group == DELIMITERS || group == COMMANDS) {
                throw new ArchiveException(ErrorCode.CANNOT_UNDERSTAND, "an element that no data set can have");
            }
            Object value = level.getValue(tag);
            if (value instanceof Sequence sequence) {
                sequence.forEach(item -> resolve(item, false));
            } else if (value instanceof BulkData reference) {
                String uri = described.references().uri(reference);
                if (top && tag == Tag.PixelData) {
                    placePixelData(parts.take(uri));
                } else {
                    place(level, tag, parts.takeOne(uri), top);
                }
            } else if (top && tag == Tag.PixelData) {
                PixelDescription.checkNative(attributes, level.getBytes(tag).length);
            }
        }
    }

    private void place(Attributes level, int tag, BulkPart part, boolean top) {
        if (part.isPicture() && tag == Tag.PixelData) {
            throw new ArchiveException(ErrorCode.TRANSFER_SYNTAX_NOT_SUPPORTED, "a compressed image within an item");
        }
        level.setValue(tag, level.getVR(tag), placed(part));
        if (top && tag == Tag.EncapsulatedDocument) {
            completeDocument(part);
        }
    }

    private BulkData placed(BulkPart part) {
        placed.add(part);
        return new BulkData(placed.size() - 1, part.length());
    }

    /** PS3.3 C.24.2: the length without the byte that makes it even, and what the document is, where the metadata do not say. */
    private void completeDocument(BulkPart part) {
        if (part.mediaType().isPresent() && !attributes.containsValue(Tag.MIMETypeOfEncapsulatedDocument)) {
            attributes.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, part.essence());
        }
        if (!attributes.containsValue(Tag.EncapsulatedDocumentLength) && part.length() <= 0xFFFF_FFFFL) {
            attributes.setInt(Tag.EncapsulatedDocumentLength, VR.UL, (int) part.length());
        }
    }

    private void placePixelData(List<BulkPart> taken) {
        List<BulkPart> found = taken.stream().map(this::withoutBoxes).toList();
        BulkPart first = found.get(0);
        Optional<CodestreamFacts> image = CodestreamFacts.of(parts.spool().head(first.range(), CodestreamFacts.HEAD));
        transferSyntax = PictureSyntax.of(first, namedTransferSyntax, image);
        for (BulkPart part : found) {
            if (!part.essence().equals(first.essence())
                    || !part.transferSyntax().equals(first.transferSyntax())) {
                throw new ArchiveException(ErrorCode.BULK_DATA_MISMATCH, "the frames are of different types");
            }
        }
        if (transferSyntax.encapsulated()) {
            placeFrames(found, image);
        } else {
            placeNative(found);
        }
    }

    private BulkPart withoutBoxes(BulkPart part) {
        boolean jpeg2000 =
                part.essence().startsWith("image/jp") && !part.essence().equals("image/jpeg");
        if (!jpeg2000) {
            return part;
        }
        byte[] head = parts.spool().head(part.range(), Jp2File.HEAD);
        return new BulkPart(part.mediaType(), Jp2File.codestream(part.range(), head));
    }

    private void placeFrames(List<BulkPart> found, Optional<CodestreamFacts> image) {
        boolean video = transferSyntax.isVideo();
        int expected = video ? 1 : PixelDescription.frames(attributes).orElse(0);
        if (found.size() != expected) {
            throw new ArchiveException(ErrorCode.BULK_DATA_MISMATCH, "there are not as many parts as frames");
        }
        image.ifPresent(facts -> PixelDescription.complete(attributes, facts));
        frames = new EncapsulatedFrames(found, video);
        attributes.setValue(Tag.PixelData, VR.OB, new BulkData(0, BulkData.UNDEFINED_LENGTH));
    }

    private void placeNative(List<BulkPart> found) {
        if (found.size() != 1) {
            throw new ArchiveException(ErrorCode.BULK_DATA_MISMATCH, "uncompressed pixel data come in one part");
        }
        VR given = attributes.getVR(Tag.PixelData);
        BulkData value = placed(found.get(0));
        attributes.setValue(Tag.PixelData, given == VR.OB ? VR.OB : VR.OW, value);
        PixelDescription.checkNative(attributes, value.length());
    }
}
