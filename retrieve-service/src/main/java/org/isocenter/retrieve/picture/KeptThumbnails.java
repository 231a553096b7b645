/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.picture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.model.ObjectLocation;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.archive.object.ObjectStore;
import org.isocenter.archive.object.ObjectUpload;
import org.isocenter.dicom.image.render.Viewport;
import org.isocenter.dicom.image.render.encode.Thumbnails;
import org.isocenter.service.config.ObjectsConfig;
import org.jboss.logging.Logger;

/**
 * Thumbnails, of which those in the default size are kept in a bucket of things that can be made again:
 * {@code PREFIX-derived/STUDY/SERIES/SOP.DIGEST8.fFRAME.tSIDE.jpg}. Thread-safe; its methods block.
 */
@ApplicationScoped
public class KeptThumbnails {

    private static final Logger LOG = Logger.getLogger(KeptThumbnails.class);

    /** A longer object is none that we kept. */
    private static final long MAX_LENGTH = 1 << 20;

    private final ObjectStore objects;
    private final Pictures pictures;
    private final String bucket;

    /** In the object store. */
    @Inject
    public KeptThumbnails(ObjectStore objects, Pictures pictures, ObjectsConfig config) {
        this(objects, pictures, config.bucketPrefix());
    }

    KeptThumbnails(ObjectStore objects, Pictures pictures, String bucketPrefix) {
        this.objects = objects;
        this.pictures = pictures;
        this.bucket = bucketPrefix + "-derived";
    }

    /**
     * The thumbnail of a frame.
     *
     * @param frameNumber from 1
     * @param viewport the extent to fit instead of the default one
     * @return JPEG
     * @throws ArchiveException as {@link Pictures} does
     */
    public byte[] of(ImageSource image, int frameNumber, Optional<Viewport> viewport) {
        if (viewport.isPresent()) {
            return pictures.thumbnail(image, frameNumber, viewport);
        }
        ObjectLocation location = location(image.instance(), frameNumber);
        Optional<byte[]> kept = read(location);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] made = pictures.thumbnail(image, frameNumber, viewport);
        keep(location, made);
        return made;
    }

    /** Where the thumbnail of a frame is kept. */
    ObjectLocation location(StoredInstance instance, int frameNumber) {
        return new ObjectLocation(
                bucket,
                instance.uids().studyInstanceUid() + "/" + instance.uids().seriesInstanceUid() + "/"
                        + instance.uids().sopInstanceUid() + "."
                        + instance.digest().short8() + ".f" + frameNumber
                        + ".t" + Thumbnails.DEFAULT_SIDE + ".jpg");
    }

    private Optional<byte[]> read(ObjectLocation location) {
        try {
            Optional<Long> size = objects.size(location);
            if (size.isEmpty() || size.get() == 0 || size.get() > MAX_LENGTH) {
                return Optional.empty();
            }
            try (InputStream in = objects.read(location, 0, size.get())) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException | ArchiveException e) {
            LOG.debug("a kept thumbnail cannot be read", e);
            return Optional.empty();
        }
    }

    /** It is no loss if it cannot be kept. */
    private void keep(ObjectLocation location, byte[] thumbnail) {
        try (ObjectUpload upload = objects.newUpload()) {
            upload.write(thumbnail, 0, thumbnail.length);
            upload.commit(location);
        } catch (ArchiveException e) {
            LOG.debugf("a thumbnail cannot be kept: %s", e.code());
        }
    }
}
