/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.find;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.Digest;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.io.TransferSyntax;

/**
 * The instances that a request is about, as they were when it came: what arrives while they are sent is left out. Immutable; its
 * methods block.
 */
public final class InstanceSelection {

    private final MetadataStore metadata;
    private final List<InstanceObject> objects;
    private final Map<InstanceUids, InstanceCorrections> corrected = new HashMap<>();

    InstanceSelection(MetadataStore metadata, List<InstanceObject> objects) {
        this.metadata = metadata;
        this.objects = List.copyOf(objects);
        for (InstanceObject each : objects) {
            if (!each.corrections().isEmpty()) {
                corrected.put(each.uids(), each.corrections());
            }
        }
    }

    /** Where they lie, by series and SOP Instance UID. */
    public List<InstanceObject> objects() {
        return objects;
    }

    /** What is corrected of one of them. */
    public InstanceCorrections corrections(InstanceUids uids) {
        return corrected.getOrDefault(uids, InstanceCorrections.NONE);
    }

    /** The transfer syntaxes that they are kept in. */
    public Set<TransferSyntax> transferSyntaxes() {
        Set<TransferSyntax> syntaxes = new LinkedHashSet<>();
        objects.forEach(each -> syntaxes.add(each.transferSyntax()));
        return syntaxes;
    }

    /** Their rows, to be closed. One that was replaced meanwhile ends the iteration with an IllegalStateException. */
    public InstanceRows rows() {
        Set<SeriesKey> series = new LinkedHashSet<>();
        Map<InstanceUids, Digest> wanted = new HashMap<>();
        for (InstanceObject each : objects) {
            series.add(each.uids().series());
            wanted.put(each.uids(), each.digest());
        }
        if (objects.size() == 1) {
            return new InstanceRows(
                    metadata.instance(objects.get(0).uids()).stream().iterator(), () -> {}, wanted);
        }
        InstanceCursor cursor = new InstanceCursor(metadata, List.copyOf(series));
        return new InstanceRows(cursor, cursor::close, wanted);
    }

    /** The rows of the instances that were selected. Used by one thread. */
    public static final class InstanceRows implements Iterator<StoredInstance>, AutoCloseable {

        private final Iterator<StoredInstance> rows;
        private final Runnable end;
        private final Map<InstanceUids, Digest> wanted;
        private StoredInstance next;

        private InstanceRows(Iterator<StoredInstance> rows, Runnable end, Map<InstanceUids, Digest> wanted) {
            this.rows = rows;
            this.end = end;
            this.wanted = wanted;
        }

        @Override
        public boolean hasNext() {
            while (next == null && rows.hasNext()) {
                StoredInstance row = rows.next();
                Digest digest = wanted.get(row.uids());
                if (digest != null && !digest.equals(row.digest())) {
                    throw new IllegalStateException("an instance was replaced while it was being sent");
                }
                next = digest == null ? null : row;
            }
            return next != null;
        }

        @Override
        public StoredInstance next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            StoredInstance row = next;
            next = null;
            return row;
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
