/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.find;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

import org.isocenter.archive.metadata.MetadataStore;
import org.isocenter.archive.model.InstanceState;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;

/** The rows of one series after the other, page by page as they are taken. Used by one thread; its methods block. */
public final class InstanceCursor implements Iterator<StoredInstance>, AutoCloseable {

    private final MetadataStore metadata;
    private final Iterator<SeriesKey> series;
    private Stream<StoredInstance> rows = Stream.empty();
    private Iterator<StoredInstance> current = Collections.emptyIterator();
    private StoredInstance next;

    InstanceCursor(MetadataStore metadata, List<SeriesKey> series) {
        this.metadata = metadata;
        this.series = series.iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && (current.hasNext() || openNext())) {
            StoredInstance row = current.hasNext() ? current.next() : null;
            next = row != null && row.state() == InstanceState.ACTIVE ? row : null;
        }
        return next != null;
    }

    private boolean openNext() {
        rows.close();
        if (!series.hasNext()) {
            return false;
        }
        rows = metadata.instancesOfSeries(series.next());
        current = rows.iterator();
        return true;
    }

    @Override
    public StoredInstance next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StoredInstance instance = next;
        next = null;
        return instance;
    }

    @Override
    public void close() {
        rows.close();
    }
}
