/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.BulkItem;
import org.isocenter.retrieve.content.BulkItems;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.find.InstanceSelection;
import org.isocenter.retrieve.media.FrameNegotiation;
import org.isocenter.retrieve.media.Offers;
import org.isocenter.service.http.Problem;

/** The answer to a request for many bulk values: made while it goes out, but for the first two. Used by one thread. */
final class BulkDataAnswer {

    private final Exchange exchange;
    private final BulkItems items;
    private final BulkItems.Selection selection;
    private final Map<TransferSyntax, Optional<FrameNegotiation>> negotiated = new HashMap<>();

    BulkDataAnswer(Exchange exchange, BulkItems items, BulkItems.Selection selection) {
        this.exchange = exchange;
        this.items = items;
        this.selection = selection;
    }

    /** Answers for an instance. */
    void send(StoredInstance instance) throws IOException {
        // bulk values are never corrected
        InstanceObject object = InstanceObject.of(instance, InstanceCorrections.NONE);
        send(List.of(object), Set.of(object.transferSyntax()), List.of(instance).iterator());
    }

    /** Answers for several. */
    void send(InstanceSelection instances) throws IOException {
        try (InstanceSelection.InstanceRows rows = instances.rows()) {
            send(instances.objects(), instances.transferSyntaxes(), rows);
        }
    }

    private void send(List<InstanceObject> objects, Set<TransferSyntax> stored, Iterator<StoredInstance> rows)
            throws IOException {
        if (stored.stream().allMatch(each -> negotiate(each, true).isEmpty())
                && negotiate(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true).isEmpty()) {
            throw Problem.notAcceptable(Offers.ofFrames(stored, false)).toException();
        }
        negotiated.clear();
        Iterator<BulkItem> values = new Values(rows);
        if (!values.hasNext()) {
            throw InstanceFinder.notFound("There are no such values.");
        }
        // whether it is the only one decides on what can be said of it (PS3.18 10.4.4)
        BulkItem first = values.next();
        boolean isOne = !values.hasNext();
        Iterator<Part> parts = new Parts(first, values, isOne);
        if (!parts.hasNext()) {
            throw Problem.notAcceptable(Offers.ofFrames(stored, isOne)).toException();
        }
        FrameNegotiation framing =
                negotiate(firstSyntax(first, stored, isOne), isOne).orElseThrow();
        if (exchange.isAnswered(tag(objects, stored, isOne))) {
            return;
        }
        if (framing.multipart()) {
            exchange.sendMultipart(status(stored, isOne), framing.mediaType(), parts);
        } else {
            exchange.send(parts.next());
        }
    }

    /** A syntax of which something can be given: that of the first value if it can. */
    private TransferSyntax firstSyntax(BulkItem first, Collection<TransferSyntax> stored, boolean isOne) {
        return negotiate(first.syntax(), isOne).isPresent()
                ? first.syntax()
                : stored.stream()
                        .filter(each -> negotiate(each, isOne).isPresent())
                        .findFirst()
                        .orElse(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    /** PS3.18 10.4.3.2: 206 if some of the pixel data cannot be given as the client wants them. */
    private int status(Collection<TransferSyntax> stored, boolean isOne) {
        return stored.stream().allMatch(each -> negotiate(each, isOne).isPresent()) ? 200 : 206;
    }

    private Optional<FrameNegotiation> negotiate(TransferSyntax syntax, boolean isOne) {
        return negotiated.computeIfAbsent(
                syntax, missing -> FrameNegotiation.of(exchange.acceptance(), missing, isOne));
    }

    private EntityTag tag(List<InstanceObject> objects, Collection<TransferSyntax> stored, boolean isOne) {
        EntityTag.Builder tag = EntityTag.of("values").with(selection.name()).with(exchange.dicomWebUrl());
        for (InstanceObject each : objects) {
            tag.with(each.uids().sopInstanceUid()).with(each.digest().hex());
        }
        for (TransferSyntax each : stored) {
            tag.with(negotiate(each, isOne).map(FrameNegotiation::toString).orElse(""));
        }
        return tag.with(negotiate(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, isOne)
                        .map(FrameNegotiation::toString)
                        .orElse(""))
                .build();
    }

    /** The values of one row after the other. */
    private final class Values implements Iterator<BulkItem> {

        private final Iterator<StoredInstance> rows;
        private Iterator<BulkItem> ofRow = Collections.emptyIterator();

        Values(Iterator<StoredInstance> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            while (!ofRow.hasNext() && rows.hasNext()) {
                StoredInstance row = rows.next();
                ofRow = items.of(row, selection, exchange.instanceUrl(row.uids()))
                        .iterator();
            }
            return ofRow.hasNext();
        }

        @Override
        public BulkItem next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ofRow.next();
        }
    }

    /** The values that can be given, as parts. */
    private final class Parts implements Iterator<Part> {

        private final Iterator<BulkItem> values;
        private final boolean isOne;
        private BulkItem next;

        Parts(BulkItem first, Iterator<BulkItem> others, boolean isOne) {
            this.next = first;
            this.values = others;
            this.isOne = isOne;
        }

        @Override
        public boolean hasNext() {
            while (next == null || negotiate(next.syntax(), isOne).isEmpty()) {
                if (!values.hasNext()) {
                    next = null;
                    return false;
                }
                next = values.next();
            }
            return true;
        }

        @Override
        public Part next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            BulkItem item = next;
            next = null;
            String type = negotiate(item.syntax(), isOne).orElseThrow().partType();
            return new Part(type, item.location(), item.content());
        }
    }
}
