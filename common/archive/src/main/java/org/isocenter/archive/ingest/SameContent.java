/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.ReadLimits;
import org.isocenter.dicom.io.TransferSyntax;

/** Tells whether two data sets of the same instance are one content in two native encodings. */
final class SameContent {

    /** Beyond it two data sets are not looked at, and so are two contents: both would have to be in memory as a whole. */
    private static final long MAX_LENGTH = 16L << 20;

    private static final ReadLimits LIMITS = new ReadLimits(ReadLimits.DEFAULT.maxNesting(), MAX_LENGTH, MAX_LENGTH);

    private final ObjectStore objects;

    SameContent(ObjectStore objects) {
        this.objects = objects;
    }

    boolean test(StoredInstance stored, TransferSyntax transferSyntax, InputStream dataset) {
        TransferSyntax storedSyntax = TransferSyntax.of(stored.transferSyntaxUid());
        if (storedSyntax.encapsulated() || transferSyntax.encapsulated() || storedSyntax.equals(transferSyntax)) {
            return false;
        }
        if (stored.datasetLength() > MAX_LENGTH) {
            return false;
        }
        try (InputStream kept = objects.read(stored.location(), stored.datasetOffset(), stored.datasetLength())) {
            return same(
                    DatasetReader.read(kept, storedSyntax, LIMITS),
                    DatasetReader.read(dataset, transferSyntax, LIMITS));
        } catch (IOException e) {
            return false;
        }
    }

    /** VRs are not compared: an implicit data set does not have those of private elements. Nor are group lengths. */
    private static boolean same(Attributes one, Attributes other) {
        int[] tags = withoutGroupLengths(one);
        if (!Arrays.equals(tags, withoutGroupLengths(other))) {
            return false;
        }
        for (int tag : tags) {
            Object value = one.getValue(tag);
            Object otherValue = other.getValue(tag);
            boolean same = value instanceof byte[] bytes && otherValue instanceof byte[] otherBytes
                    ? Arrays.equals(bytes, otherBytes)
                    : value instanceof Sequence items
                            && otherValue instanceof Sequence otherItems
                            && same(items, otherItems);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Sequence one, Sequence other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int[] withoutGroupLengths(Attributes attributes) {
        return Arrays.stream(attributes.tags())
                .filter(tag -> (tag & 0xFFFF) != 0)
                .toArray();
    }
}
