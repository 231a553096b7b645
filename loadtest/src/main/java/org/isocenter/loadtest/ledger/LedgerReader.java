/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.ledger;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a ledger study by study. A long one is first split by study into temporary files that fit into memory. For one thread.
 */
public final class LedgerReader implements Closeable {

    private static final long BYTES_IN_MEMORY = 32L << 20;
    private static final int MOST_PARTS = 500;

    private final List<Path> parts;
    private final Path folder;
    private long instances;

    private LedgerReader(List<Path> parts, Path folder) {
        this.parts = parts;
        this.folder = folder;
    }

    /**
     * Prepares to read.
     *
     * @throws IOException when it cannot be read or is no ledger
     */
    public static LedgerReader open(Path ledger) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(ledger)) {
            if (!LedgerLine.HEADER.equals(in.readLine())) {
                throw new IOException(ledger + " is no ledger: it does not begin with '" + LedgerLine.HEADER + "'");
            }
        }
        int count = (int) Math.min(MOST_PARTS, 1 + Files.size(ledger) / BYTES_IN_MEMORY);
        LedgerReader reader;
        if (count == 1) {
            reader = new LedgerReader(List.of(ledger), null);
        } else {
            Path folder = Files.createTempDirectory("isocenter-ledger");
            List<Path> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                parts.add(folder.resolve("part-" + i));
            }
            reader = new LedgerReader(parts, folder);
        }
        reader.split(ledger);
        return reader;
    }

    private void split(Path ledger) throws IOException {
        List<BufferedWriter> out = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(ledger)) {
            if (folder != null) {
                for (Path part : parts) {
                    out.add(Files.newBufferedWriter(part));
                }
            }
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                Optional<LedgerLine> line = LedgerLine.decode(text);
                if (line.isEmpty()) {
                    continue;
                }
                if (line.get().event() == LedgerLine.Event.BEGUN) {
                    instances++;
                }
                if (folder != null) {
                    int part = Math.floorMod(line.get().studyInstanceUid().hashCode(), out.size());
                    out.get(part).write(text);
                    out.get(part).write('\n');
                }
            }
        } finally {
            for (BufferedWriter each : out) {
                each.close();
            }
        }
    }

    /** Instances in the ledger. */
    public long instances() {
        return instances;
    }

    /** How many parts it was split into. */
    public int parts() {
        return parts.size();
    }

    /** The studies of a part, whole ones. */
    public Collection<LedgerStudy> studies(int part) throws IOException {
        Map<String, LedgerStudy> studies = new LinkedHashMap<>();
        try (BufferedReader in = Files.newBufferedReader(parts.get(part))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                LedgerLine.decode(text)
                        .ifPresent(line -> studies.computeIfAbsent(line.studyInstanceUid(), LedgerStudy::new)
                                .add(line));
            }
        }
        studies.values().forEach(LedgerStudy::end);
        return studies.values();
    }

    /** Removes the temporary files. */
    @Override
    public void close() throws IOException {
        if (folder != null) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
            Files.deleteIfExists(folder);
        }
    }
}
