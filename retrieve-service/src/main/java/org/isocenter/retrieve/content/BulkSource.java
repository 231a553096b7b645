/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.TransferSyntax;

/** Bulk values out of objects, little endian. Thread-safe. */
@ApplicationScoped
public class BulkSource {

    private final ObjectStore objects;

    /** Over the objects. */
    public BulkSource(ObjectStore objects) {
        this.objects = objects;
    }

    /** A value that the row holds itself. */
    public Content small(byte[] bytes) {
        return new BytesContent(bytes);
    }

    /** A value that lies in the object, not encapsulated. */
    public Content value(StoredInstance instance, BulkData bulk, VR vr) {
        return new RangedContent((first, length) -> range(instance, bulk, vr, first, length), bulk.length());
    }

    /** The fragments of an encapsulated value, one behind the other. */
    public Content fragments(StoredInstance instance, BulkData bulk) {
        return new FragmentsContent(new ObjectContent(
                objects,
                instance.location(),
                instance.datasetOffset() + bulk.offset(),
                instance.datasetLength() - bulk.offset()));
    }

    private Content range(StoredInstance instance, BulkData bulk, VR vr, long first, long length) {
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        if (stored.deflated()) {
            return new InflatedContent(objects, instance, bulk.offset() + first, length);
        }
        long offset = instance.datasetOffset() + bulk.offset();
        int word = Math.max(1, vr.wordLength());
        if (!stored.bigEndian() || word == 1) {
            return new ObjectContent(objects, instance.location(), offset + first, length);
        }
        // whole words are read so that they can be turned round
        long begin = first / word * word;
        long end = Math.min(bulk.length(), (first + length + word - 1) / word * word);
        ObjectContent words = new ObjectContent(objects, instance.location(), offset + begin, end - begin);
        if (begin == first && end == first + length) {
            return new SwappedContent(words, word);
        }
        byte[] swapped = SwappedContent.swap(readAll(words, end - begin), word);
        return new BytesContent(Arrays.copyOfRange(swapped, (int) (first - begin), (int) (first - begin + length)));
    }

    private static byte[] readAll(ObjectContent words, long length) {
        try (InputStream in = words.open()) {
            return FrameSource.readBounded(in, length);
        } catch (IOException e) {
            throw new ArchiveException(ErrorCode.OBJECT_DAMAGED, "an object cannot be read", e);
        }
    }
}
