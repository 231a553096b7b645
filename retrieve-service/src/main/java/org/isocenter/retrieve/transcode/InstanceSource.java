/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.transcode;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.image.transcode.FrameTranscoder;
import org.isocenter.dicom.io.DatasetTranscoder;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.BulkSource;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.content.FrameSource;
import org.isocenter.retrieve.content.ObjectContent;
import org.isocenter.retrieve.correction.CorrectedDataset;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.find.RecentInstances;
import org.isocenter.retrieve.pixels.PixelMemory;

/** Whole instances as DICOM files, in the transfer syntax that they are kept in or in another. Thread-safe. */
@ApplicationScoped
public class InstanceSource {

    private final ObjectStore objects;
    private final Function<InstanceUids, StoredInstance> rows;
    private final FrameSource frames;
    private final BulkSource bulk;
    private final PixelMemory memory;

    /** Over the objects, and the rows of those that have to be encoded anew. */
    @Inject
    public InstanceSource(
            ObjectStore objects, RecentInstances rows, FrameSource frames, BulkSource bulk, PixelMemory memory) {
        this(objects, rows::instance, frames, bulk, memory);
    }

    private InstanceSource(
            ObjectStore objects,
            Function<InstanceUids, StoredInstance> rows,
            FrameSource frames,
            BulkSource bulk,
            PixelMemory memory) {
        this.objects = objects;
        this.rows = rows;
        this.frames = frames;
        this.bulk = bulk;
        this.memory = memory;
    }

    /** Over objects and something that knows their rows. */
    public static InstanceSource of(ObjectStore objects, Function<InstanceUids, StoredInstance> rows) {
        return new InstanceSource(objects, rows, new FrameSource(objects), new BulkSource(objects), new PixelMemory());
    }

    /** Whether instances of a transfer syntax can be had in another. */
    public static boolean canGive(TransferSyntax stored, TransferSyntax syntax) {
        return DatasetTranscoder.canTranscode(stored, syntax) || FrameTranscoder.canTranscode(stored, syntax);
    }

    /** Whether the instance can be had in a transfer syntax, as far as its row tells. Reads that if its frames have to be encoded. */
    public boolean canGive(InstanceObject instance, TransferSyntax syntax) {
        TransferSyntax stored = instance.transferSyntax();
        if (DatasetTranscoder.canTranscode(stored, syntax) || !syntax.encapsulated()) {
            return canGive(stored, syntax);
        }
        try {
            return canGive(stored, syntax) && RecodedFrames.haveRoom(rows.apply(instance.uids()), syntax);
        } catch (ArchiveException e) {
            // so it will be found again, where it can be told
            return true;
        }
    }

    /** The file in a transfer syntax: the object byte for byte if it is kept in that and nothing of it is corrected. */
    public Content file(InstanceObject instance, TransferSyntax syntax) {
        return instance.transferSyntax().equals(syntax)
                        && instance.corrections().isEmpty()
                ? new ObjectContent(objects, instance.location(), 0, instance.objectSize())
                : new FileContent(instance, syntax, recoded(instance, syntax));
    }

    /** The data set alone, as it goes over the DICOM network. */
    public Content dataset(InstanceObject instance, TransferSyntax syntax) {
        return instance.transferSyntax().equals(syntax)
                        && instance.corrections().isEmpty()
                ? new ObjectContent(objects, instance.location(), instance.datasetOffset(), instance.datasetLength())
                : recoded(instance, syntax);
    }

    private Content recoded(InstanceObject instance, TransferSyntax syntax) {
        if (DatasetTranscoder.canTranscode(instance.transferSyntax(), syntax)) {
            return instance.corrections().isEmpty()
                    ? new RecodedDataset(objects, instance, syntax)
                    : new CorrectedDataset(objects, instance, () -> rows.apply(instance.uids()), syntax);
        }
        return new TranscodedDataset(
                () -> rows.apply(instance.uids()),
                instance.corrections(),
                bulk,
                frames,
                memory,
                FrameTranscoder.of(instance.transferSyntax(), syntax));
    }
}
