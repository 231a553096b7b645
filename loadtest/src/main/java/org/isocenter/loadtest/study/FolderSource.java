/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.DatasetWriter;
import org.isocenter.dicom.io.Part10Header;
import org.isocenter.dicom.io.ReadLimits;
import org.isocenter.loadtest.digest.DatasetDigest;
import org.isocenter.loadtest.dimse.ProposedContext;

/**
 * The studies of a folder of Part 10 files, one after the other and again from the beginning. Each round has UIDs of its own, since
 * an archive does not store the same instance twice; all else is as it is in the files. Thread-safe.
 */
public final class FolderSource implements StudySource {

    private final List<List<Entry>> studies;
    private final List<ProposedContext> contexts;
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();

    private record Entry(
            Path file,
            String studyInstanceUid,
            String seriesInstanceUid,
            String sopInstanceUid,
            String sopClassUid,
            String transferSyntaxUid,
            Attributes header) {}

    private FolderSource(List<List<Entry>> studies, List<ProposedContext> contexts, long seed) {
        this.studies = studies;
        this.contexts = contexts;
        this.seed = seed;
    }

    /**
     * Looks through a folder and the folders in it; what is not a DICOM file is left out.
     *
     * @throws IOException when it cannot be read or holds no DICOM file
     */
    public static FolderSource of(Path folder, long seed) throws IOException {
        Map<String, List<Entry>> studies = new LinkedHashMap<>();
        Set<ProposedContext> contexts = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Entry entry = read(file);
                if (entry != null) {
                    studies.computeIfAbsent(entry.studyInstanceUid(), uid -> new ArrayList<>())
                            .add(entry);
                    contexts.add(ProposedContext.of(entry.sopClassUid(), entry.transferSyntaxUid()));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (studies.isEmpty()) {
            throw new IOException("there is no DICOM file in " + folder);
        }
        if (contexts.size() > 64) {
            throw new IOException(folder + " holds more than 64 pairs of SOP class and transfer syntax; split it up");
        }
        return new FolderSource(List.copyOf(studies.values()), List.copyOf(contexts), seed);
    }

    private static Entry read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Part10Header head = Part10Header.read(in);
            Attributes header = DatasetReader.readHeader(head.dataset(), head.transferSyntax(), ReadLimits.DEFAULT);
            Entry entry = new Entry(
                    file,
                    header.getString(Tag.StudyInstanceUID),
                    header.getString(Tag.SeriesInstanceUID),
                    header.getString(Tag.SOPInstanceUID),
                    header.getString(Tag.SOPClassUID),
                    head.transferSyntax().uid(),
                    selected(header));
            boolean complete = entry.studyInstanceUid() != null
                    && entry.seriesInstanceUid() != null
                    && entry.sopInstanceUid() != null
                    && entry.sopClassUid() != null;
            return complete && !head.transferSyntax().deflated() ? entry : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Attributes selected(Attributes header) {
        Attributes selected = new Attributes();
        selected.setSpecificCharacterSet("ISO_IR 192");
        selected.addSelected(
                header,
                Tag.PatientID,
                Tag.PatientName,
                Tag.AccessionNumber,
                Tag.StudyDate,
                Tag.StudyDescription,
                Tag.Modality,
                Tag.NumberOfFrames);
        return selected;
    }

    @Override
    public List<ProposedContext> contexts() {
        return contexts;
    }

    @Override
    public StudyBatch next() {
        int number = next.getAndIncrement();
        List<Entry> entries = studies.get(number % studies.size());
        RenamedUids uids = new RenamedUids(seed, number / studies.size());
        Attributes first = entries.get(0).header();
        List<String> series = entries.stream()
                .map(entry -> uids.of(entry.seriesInstanceUid()))
                .toList();
        // a series for each instance: the folder's instances come in any order
        StudyFacts facts = new StudyFacts(
                uids.of(entries.get(0).studyInstanceUid()),
                first.getString(Tag.PatientID, ""),
                first.getString(Tag.PatientName, "").split("[\\^=]", 2)[0],
                first.getString(Tag.AccessionNumber, ""),
                first.getString(Tag.StudyDate, ""),
                first.getString(Tag.StudyDescription, ""),
                first.getString(Tag.Modality, ""),
                series,
                1,
                1,
                0,
                index -> uids.of(entries.get(index).sopInstanceUid()));
        return new StudyBatch() {
            @Override
            public StudyFacts facts() {
                return facts;
            }

            @Override
            public int size() {
                return entries.size();
            }

            @Override
            public LoadInstance instance(int index) throws IOException {
                return FolderSource.instance(entries.get(index), facts, uids);
            }
        };
    }

    private static LoadInstance instance(Entry entry, StudyFacts facts, RenamedUids uids) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(entry.file()))) {
            Part10Header head = Part10Header.read(in);
            Attributes dataset = DatasetReader.read(head.dataset(), head.transferSyntax());
            dataset.setString(Tag.StudyInstanceUID, facts.studyInstanceUid());
            dataset.setString(Tag.SeriesInstanceUID, uids.of(entry.seriesInstanceUid()));
            dataset.setString(Tag.SOPInstanceUID, uids.of(entry.sopInstanceUid()));
            parts.add(DatasetWriter.toBytes(dataset, head.transferSyntax()));
        }
        return new LoadInstance(
                facts,
                uids.of(entry.seriesInstanceUid()),
                uids.of(entry.sopInstanceUid()),
                entry.sopClassUid(),
                entry.transferSyntaxUid(),
                parts,
                () -> digest(parts, entry.transferSyntaxUid()));
    }

    private static String digest(List<byte[]> parts, String transferSyntaxUid) {
        InputStream all = InputStream.nullInputStream();
        for (byte[] part : parts) {
            all = new SequenceInputStream(all, new ByteArrayInputStream(part));
        }
        try {
            return DatasetDigest.of(all, transferSyntaxUid);
        } catch (IOException e) {
            throw new UncheckedIOException("a data set that was just written cannot be read", e);
        }
    }
}
