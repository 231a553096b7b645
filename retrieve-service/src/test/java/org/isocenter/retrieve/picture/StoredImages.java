/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

import org.isocenter.archive.model.BulkIndex;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.object.ObjectUpload;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetScanner;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.ScanLimits;
import org.isocenter.dicom.io.ScannedDataset;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.BulkSource;
import org.isocenter.retrieve.content.FrameSource;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.isocenter.retrieve.pixels.PixelMemory;
import org.isocenter.retrieve.pixels.TablesInMemory;

/** Instances in an object store, with the rows that they would have, and what makes pictures of them. */
final class StoredImages {

    private static final int OFFSET = 132;

    private final ObjectStore objects;
    private int count;

    StoredImages(ObjectStore objects) {
        this.objects = objects;
    }

    Pictures pictures() {
        return new Pictures(
                new DecodedFrames(new FrameSource(objects), new PixelMemory()),
                new TablesInMemory(new BulkSource(objects)));
    }

    ImageSource store(Attributes instance, String transferSyntaxUid) throws IOException {
        return store(DatasetWriter.toBytes(instance, TransferSyntax.of(transferSyntaxUid)), transferSyntaxUid);
    }

    /** Stores the bytes of a data set; throws what reading them throws. */
    ImageSource store(byte[] dataset, String transferSyntaxUid) throws IOException {
        ScannedDataset scanned = DatasetScanner.scan(
                new ByteArrayInputStream(dataset),
                TransferSyntax.of(transferSyntaxUid),
                ScanLimits.DEFAULT,
                (buffer, offset, length) -> {});
        byte[] bulk = BulkIndex.extract(scanned.attributes());
        ObjectLocation location = new ObjectLocation("hot", "a/b/" + ++count + ".dcm");
        byte[] object = new byte[OFFSET + dataset.length];
        System.arraycopy(dataset, 0, object, OFFSET, dataset.length);
        try (ObjectUpload upload = objects.newUpload()) {
            upload.write(object, 0, object.length);
            upload.commit(location);
        }
        byte[] digest = new byte[32];
        Arrays.fill(digest, (byte) count);
        StoredInstance row = new StoredInstance(
                new InstanceUids("1.1", "1.2", "1.3." + count),
                scanned.attributes().getString(Tag.SOPClassUID, ""),
                transferSyntaxUid,
                location,
                Digest.of(digest),
                OFFSET,
                object.length,
                scanned.frames().count(),
                Instant.EPOCH,
                "TEST",
                "main",
                InstanceState.ACTIVE,
                DatasetWriter.toBytes(scanned.attributes(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
                bulk,
                scanned.frames().encode());
        return ImageSource.of(row, row.decodeAttributes());
    }
}
