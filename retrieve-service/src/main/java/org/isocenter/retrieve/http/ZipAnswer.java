/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.dicomdir.DicomDirectory;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.media.WantedSyntaxes;
import org.isocenter.retrieve.send.StreamWriter;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.isocenter.retrieve.transcode.RecodedFrames;

/**
 * Instances as entries of a ZIP file that is written while it goes out. What is compressed already is not compressed again. Lengths follow the
 * entries; from 4 GiB or 65,536 entries on they are in the form of ZIP64. Used by one thread.
 */
final class ZipAnswer {

    private final InstanceSource source;
    private final WantedSyntaxes syntaxes;
    private final Function<InstanceUids, InstanceCorrections> corrections;
    private final EntryNames names;
    private final DicomDirectory directory;

    /**
     * @param corrections what is corrected of an instance
     * @param withDirectory whether the entries make a file-set with a DICOMDIR (PS3.10 8)
     */
    ZipAnswer(
            InstanceSource source,
            WantedSyntaxes syntaxes,
            Function<InstanceUids, InstanceCorrections> corrections,
            boolean withDirectory) {
        this.source = source;
        this.syntaxes = syntaxes;
        this.corrections = corrections;
        this.names = new EntryNames(withDirectory);
        this.directory = withDirectory ? new DicomDirectory() : null;
    }

    private record Entry(StoredInstance instance, TransferSyntax syntax, Content content) {}

    /** Writes the whole file; what comes next from afar is fetched meanwhile. */
    void write(Iterator<StoredInstance> rows, OutputStream out, Executor executor) throws IOException {
        ZipStream zip = new ZipStream(out);
        Entry next = next(rows);
        Entry current = null;
        try {
            while (next != null) {
                current = next;
                next = next(rows);
                if (next != null) {
                    next.content().prepare(executor);
                }
                write(current, zip);
                current.content().close();
            }
            if (directory != null) {
                writeDirectory(zip);
            }
            zip.finish();
        } finally {
            close(current);
            close(next);
            zip.release();
        }
    }

    private static void close(Entry entry) {
        if (entry != null) {
            entry.content().close();
        }
    }

    private Entry next(Iterator<StoredInstance> rows) {
        while (rows.hasNext()) {
            StoredInstance row = rows.next();
            TransferSyntax syntax = syntaxes.select(
                            TransferSyntax.of(row.transferSyntaxUid()), each -> RecodedFrames.haveRoom(row, each))
                    .orElse(null);
            if (syntax != null) {
                InstanceObject object = InstanceObject.of(row, corrections.apply(row.uids()));
                return new Entry(row, syntax, source.file(object, syntax));
            }
        }
        return null;
    }

    private void write(Entry entry, ZipStream zip) throws IOException {
        Attributes attributes = corrections
                .apply(entry.instance().uids())
                .apply(entry.instance().decodeWithoutBulk());
        List<String> name = names.next(entry.instance().uids().series(), attributes);
        boolean isCompressed = entry.syntax().encapsulated() || entry.syntax().deflated();
        zip.setLevel(isCompressed ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
        ZipEntry file = new ZipEntry(String.join("/", name));
        file.setTimeLocal(entry.instance().storedAt().atZone(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(file);
        entry.content().writeTo(new StreamWriter(zip));
        zip.closeEntry();
        if (directory != null) {
            directory.add(attributes, entry.syntax().uid(), name);
        }
    }

    private void writeDirectory(ZipStream zip) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(DicomDirectory.NAME));
        directory.writeTo(zip, newUid());
        zip.closeEntry();
    }

    /** PS3.5 B.2. */
    private static String newUid() {
        UUID uuid = UUID.randomUUID();
        HexFormat hex = HexFormat.of();
        String digits =
                hex.toHexDigits(uuid.getMostSignificantBits()) + hex.toHexDigits(uuid.getLeastSignificantBits());
        return "2.25." + new BigInteger(digits, 16);
    }

    /** A ZIP file that can be left unfinished: closing it would make it look whole. */
    private static final class ZipStream extends ZipOutputStream {

        ZipStream(OutputStream out) {
            super(out);
        }

        /** Gives back the memory of the compressor. */
        void release() {
            def.end();
        }
    }
}
