/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.testkit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isocenter.dicom.data.Attributes;

/**
 * An invented study that is the same whenever it is made from the same numbers.
 *
 * <p>Instances are made one by one when asked for, so that thousands of them need no memory. Immutable.
 *
 * @param kind what the instances are
 * @param seed decides patient, identifiers, times and noise
 * @param series how many series
 * @param slices how many slices in each series: instances, or the frames of the one instance of a multi-frame kind
 * @param rows rows of an image
 * @param columns columns of an image
 */
public record SyntheticStudy(SyntheticKind kind, long seed, int series, int slices, int rows, int columns) {

    /** Checks that there is something in the study. */
    public SyntheticStudy {
        if (series < 1 || slices < 1) {
            throw new IllegalArgumentException("a study has one series and one slice at least");
        }
    }

    /** Returns a study of one series of 10 slices with the kind's usual rows and columns. */
    public static SyntheticStudy of(SyntheticKind kind, long seed) {
        return new SyntheticStudy(kind, seed, 1, 10, kind.rows(), kind.columns());
    }

    /** Returns the study with another number of series. */
    public SyntheticStudy withSeries(int newSeries) {
        return new SyntheticStudy(kind, seed, newSeries, slices, rows, columns);
    }

    /** Returns the study with another number of slices in each series. */
    public SyntheticStudy withSlices(int newSlices) {
        return new SyntheticStudy(kind, seed, series, newSlices, rows, columns);
    }

    /** Returns the study with images of another size; kinds without pixels ignore it. */
    public SyntheticStudy withSize(int newRows, int newColumns) {
        return new SyntheticStudy(kind, seed, series, slices, newRows, newColumns);
    }

    /** Returns the patient, who is the same in all studies of the seed. */
    public SyntheticPatient patient() {
        return SyntheticPatient.of(seed);
    }

    /** Returns the Study Instance UID. */
    public String studyInstanceUid() {
        return uid("study");
    }

    /** Returns the Series Instance UID of a series, counted from 0. */
    public String seriesInstanceUid(int seriesIndex) {
        return uid("series/" + seriesIndex);
    }

    /** Returns the SOP Instance UID of an instance, counted from 0 in its series. */
    public String sopInstanceUid(int seriesIndex, int instanceIndex) {
        return uid("series/" + seriesIndex + "/" + instanceIndex);
    }

    /** Returns Accession Number. */
    public String accessionNumber() {
        return String.format("ACC%07d", Math.floorMod(seed * 31 + kind.ordinal(), 10_000_000L));
    }

    /** Returns when the study began. */
    public LocalDateTime studyDateTime() {
        return LocalDateTime.of(2015, 1, 1, 7, 0).plusMinutes(Math.floorMod(seed * 7919, 5_000_000L));
    }

    /** Returns the number of instances in each series. */
    public int instancesPerSeries() {
        return kind.isMultiframe() ? 1 : slices;
    }

    /** Returns the number of instances in the study. */
    public int instanceCount() {
        return series * instancesPerSeries();
    }

    /** Returns an instance; both indices count from 0. */
    public Attributes instance(int seriesIndex, int instanceIndex) {
        return new SyntheticInstance(this, seriesIndex, instanceIndex).build();
    }

    /** Returns every instance, made as the stream is read. */
    public Stream<Attributes> instances() {
        return IntStream.range(0, instanceCount())
                .mapToObj(i -> instance(i / instancesPerSeries(), i % instancesPerSeries()));
    }

    /** UIDs from UUIDs (PS3.5 B.2), here UUIDs of a name instead of random ones. */
    String uid(String name) {
        String full = "isocenter-testkit/" + kind + "/" + seed + "/" + name;
        UUID uuid = UUID.nameUUIDFromBytes(full.getBytes(StandardCharsets.UTF_8));
        BigInteger number = new BigInteger(uuid.toString().replace("-", ""), 16);
        return "2.25." + number;
    }
}
