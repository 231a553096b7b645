/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.ledger;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.isocenter.loadtest.study.LoadInstance;

/**
 * Appends to a ledger. A line is handed to the operating system before the call returns, so a killed generator loses none; a line
 * that was cut off is told by its missing end. What is begun and has no other line is unknown: it may have been stored or not.
 * Thread-safe.
 */
public final class LedgerWriter implements Closeable {

    private final Path file;
    // not a channel, which an interrupt of one client would close for all of them
    private final FileOutputStream out;
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    private LedgerWriter(Path file, FileOutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Begins a ledger, or goes on with one. */
    public static LedgerWriter open(Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        boolean fresh = !Files.exists(file) || Files.size(file) == 0;
        LedgerWriter writer = new LedgerWriter(file, new FileOutputStream(file.toFile(), true));
        // the line break ends what a killed generator may have left
        writer.append(fresh ? LedgerLine.HEADER + "\n" : "\n");
        return writer;
    }

    /** An instance is about to be sent for the first time. */
    public void begun(LoadInstance instance) throws IOException {
        append(LedgerLine.begun(instance).encode());
    }

    /** The archive acknowledged it. */
    public void stored(LoadInstance instance) throws IOException {
        stored.incrementAndGet();
        append(LedgerLine.of(LedgerLine.Event.STORED, instance).encode());
    }

    /** The archive said that it did not store it, or was not reached. */
    public void refused(LoadInstance instance) throws IOException {
        refused.incrementAndGet();
        append(LedgerLine.of(LedgerLine.Event.REFUSED, instance).encode());
    }

    /** No answer came: it may be there or not. */
    public void unknown(LoadInstance instance) throws IOException {
        unknown.incrementAndGet();
        append(LedgerLine.of(LedgerLine.Event.UNKNOWN, instance).encode());
    }

    private void append(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(bytes);
        }
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** Acknowledged stores since it was opened. */
    public long storedCount() {
        return stored.get();
    }

    /** Refused attempts since it was opened. */
    public long refusedCount() {
        return refused.get();
    }

    /** Attempts without an answer since it was opened. */
    public long unknownCount() {
        return unknown.get();
    }

    /** Writes to the disk and closes. */
    @Override
    public void close() throws IOException {
        try (out) {
            out.getFD().sync();
        }
    }
}
