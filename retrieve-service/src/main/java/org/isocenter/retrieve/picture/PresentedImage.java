/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.retrieve.pixels.FrameFormats;

/** Finds the image that a presentation state is about (PS3.3 C.11.11). Thread-safe; its methods block. */
@ApplicationScoped
public class PresentedImage {

    /** References that are tried until there is an image. */
    private static final int MAX_TRIED = 20;

    private final MetadataStore metadata;

    /** Among the instances of the store. */
    public PresentedImage(MetadataStore metadata) {
        this.metadata = metadata;
    }

    /**
     * A frame to show with the state.
     *
     * @param image with the state
     * @param frameNumber from 1
     */
    public record PresentedFrame(ImageSource image, int frameNumber) {}

    private record Reference(InstanceUids uids, int frameNumber) {}

    /**
     * The first image of those that the state names which is there, in the study of the state.
     *
     * @throws ArchiveException NOT_FOUND if there is none
     */
    public PresentedFrame of(StoredInstance state, Attributes attributes) {
        for (Reference reference : references(state, attributes)) {
            Optional<StoredInstance> found =
                    metadata.instance(reference.uids()).filter(each -> each.state() == InstanceState.ACTIVE);
            if (found.isPresent()) {
                Attributes image = found.get().decodeAttributes();
                if (FrameFormats.hasPixels(image)) {
                    ImageSource source = new ImageSource(
                            found.get(), image, Optional.of(new ImageSource.PresentationSource(state, attributes)));
                    return new PresentedFrame(source, reference.frameNumber());
                }
            }
        }
        throw new ArchiveException(
                ErrorCode.NOT_FOUND, "None of the images that the presentation state is about is there.");
    }

    private static List<Reference> references(StoredInstance state, Attributes attributes) {
        List<Reference> references = new ArrayList<>();
        Sequence series = attributes.getSequence(Tag.ReferencedSeriesSequence);
        if (series != null) {
            for (Attributes item : series) {
                Sequence images = item.getSequence(Tag.ReferencedImageSequence);
                // some writers use the sequence of composite objects for it
                Sequence named = images == null ? item.getSequence(Tag.ReferencedSOPSequence) : images;
                if (named != null) {
                    add(references, state, item.getString(Tag.SeriesInstanceUID, ""), named);
                }
            }
        }
        return references;
    }

    private static void add(List<Reference> to, StoredInstance state, String seriesInstanceUid, Sequence images) {
        for (Attributes image : images) {
            String sopInstanceUid = image.getString(Tag.ReferencedSOPInstanceUID, "");
            if (to.size() < MAX_TRIED && !seriesInstanceUid.isEmpty() && !sopInstanceUid.isEmpty()) {
                int[] frameNumbers = image.getInts(Tag.ReferencedFrameNumber);
                to.add(new Reference(
                        new InstanceUids(state.uids().studyInstanceUid(), seriesInstanceUid, sopInstanceUid),
                        frameNumbers.length == 0 ? 1 : frameNumbers[0]));
            }
        }
    }
}
