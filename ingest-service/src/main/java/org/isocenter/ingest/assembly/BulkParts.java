/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.multipart.BodyPart;

/**
 * The bulk data of one request by the address that they came with. Addresses may be absolute on one side and relative on the
 * other (PS3.18 8.6): both are taken relative to the request. Nothing is ever fetched from an address. Used by one thread.
 */
public final class BulkParts {

    /** More are a study in pieces that nobody sends at once. */
    private static final int MOST_PARTS = 100_000;

    private static final String FRAMES = "/frames/";

    private final URI base;
    private final BulkSpool spool;
    private final Map<String, List<BulkPart>> parts = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int count;
    private int withoutAddress;

    /**
     * @param base address of the request
     * @param spool where the bytes wait
     */
    public BulkParts(URI base, BulkSpool spool) {
        this.base = base;
        this.spool = spool;
    }

    /**
     * Takes in a part to its end.
     *
     * @throws IOException if the body breaks off
     * @throws ArchiveException if there is no room for it
     */
    public void add(BodyPart part) throws IOException {
        if (++count > MOST_PARTS) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "the request has too many parts");
        }
        BulkPart bulk = new BulkPart(part.contentType().flatMap(BulkParts::mediaType), spool.append(part.content()));
        Optional<String> location = part.header("content-location");
        if (location.isEmpty()) {
            withoutAddress++;
        } else {
            parts.computeIfAbsent(address(location.get()), key -> new ArrayList<>(1))
                    .add(bulk);
        }
    }

    private static Optional<MediaRange> mediaType(String contentType) {
        try {
            return Optional.of(MediaRange.parse(contentType));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String address(String text) {
        String stripped = text.strip();
        try {
            return base.resolve(new URI(stripped)).normalize().toString();
        } catch (URISyntaxException e) {
            return stripped;
        }
    }

    /**
     * The part that is meant.
     *
     * @throws ArchiveException BULK_DATA_MISMATCH if there is none, more than one, or something else has taken it
     */
    BulkPart takeOne(String uri) {
        List<BulkPart> found = take(uri);
        if (found.size() != 1) {
            throw mismatch("several parts have one address");
        }
        return found.get(0);
    }

    /**
     * The parts that are meant: those of the address in their order, or else those of its frames by their numbers.
     *
     * @return one or more
     * @throws ArchiveException BULK_DATA_MISMATCH if there is none, or something else has taken it
     */
    List<BulkPart> take(String uri) {
        String address = address(uri);
        List<BulkPart> found = parts.get(address);
        if (found != null) {
            claim(address);
            return found;
        }
        List<BulkPart> frames = new ArrayList<>();
        String frame = address + FRAMES + 1;
        while (parts.containsKey(frame)) {
            claim(frame);
            if (parts.get(frame).size() != 1) {
                throw mismatch("several parts have one address");
            }
            frames.add(parts.get(frame).get(0));
            frame = address + FRAMES + (frames.size() + 1);
        }
        if (frames.isEmpty()) {
            throw mismatch("bulk data that are referred to did not come");
        }
        return frames;
    }

    private void claim(String address) {
        if (!taken.add(address)) {
            throw mismatch("bulk data are referred to more than once");
        }
    }

    private static ArchiveException mismatch(String message) {
        return new ArchiveException(ErrorCode.BULK_DATA_MISMATCH, message);
    }

    /** The parts that nothing has taken; to be asked for at the end. */
    public int left() {
        int left = withoutAddress;
        for (Map.Entry<String, List<BulkPart>> each : parts.entrySet()) {
            if (!taken.contains(each.getKey())) {
                left += each.getValue().size();
            }
        }
        return left;
    }

    BulkSpool spool() {
        return spool;
    }
}
