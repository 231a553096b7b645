/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.json.BulkDataUri;

/**
 * The addresses of bulk values: {@code …/instances/UID/bulkdata/TAG/ITEM/TAG}, tags in hexadecimal, items from 0. A path is a list of
 * these steps.
 */
public final class BulkDataPath {

    private static final String SEGMENT = "/bulkdata";

    private BulkDataPath() {}

    /** Addresses below the URL of an instance. */
    public static BulkDataUri below(String instanceUrl) {
        return (path, vr, bulk) -> instanceUrl + of(Arrays.stream(path).boxed().toList());
    }

    /** What follows the URL of the instance. */
    public static String of(List<Integer> path) {
        StringBuilder address = new StringBuilder(SEGMENT);
        for (int i = 0; i < path.size(); i++) {
            address.append('/');
            if (i % 2 == 0) {
                String hex = Integer.toHexString(path.get(i)).toUpperCase(Locale.ROOT);
                address.append("0".repeat(8 - hex.length())).append(hex);
            } else {
                address.append(path.get(i));
            }
        }
        return address.toString();
    }

    /**
     * A value by its address.
     *
     * @param vr its VR
     * @param value {@code byte[]} or {@link BulkData}
     */
    public record Found(VR vr, Object value) {}

    /**
     * Finds the value at a path.
     *
     * @throws ArchiveException NOT_FOUND
     */
    public static Found find(Attributes attributes, List<Integer> path) {
        Attributes current = attributes;
        for (int i = 0; i + 2 < path.size(); i += 2) {
            Sequence sequence = current.getSequence(path.get(i));
            int item = path.get(i + 1);
            if (sequence == null || item >= sequence.size()) {
                throw notFound();
            }
            current = sequence.get(item);
        }
        int tag = path.get(path.size() - 1);
        Object value = current.getValue(tag);
        if (!(value instanceof BulkData) && !(value instanceof byte[])) {
            throw notFound();
        }
        return new Found(current.getVR(tag), value);
    }

    /**
     * Reads the steps of an address.
     *
     * @throws ArchiveException BAD_REQUEST
     */
    public static List<Integer> parse(String text) {
        List<Integer> steps = new ArrayList<>();
        String[] segments = text.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean wellFormed = i % 2 == 0 ? segments[i].matches("[0-9A-Fa-f]{8}") : segments[i].matches("\\d{1,7}");
            if (!wellFormed) {
                throw malformed();
            }
            steps.add(i % 2 == 0 ? Integer.parseUnsignedInt(segments[i], 16) : Integer.parseInt(segments[i]));
        }
        if (steps.size() % 2 == 0) {
            throw malformed();
        }
        return steps;
    }

    private static ArchiveException malformed() {
        return new ArchiveException(
                ErrorCode.BAD_REQUEST, "Bulk data are addressed as bulkdata/TAG or bulkdata/TAG/ITEM/TAG.");
    }

    private static ArchiveException notFound() {
        return new ArchiveException(ErrorCode.NOT_FOUND, "There is no such value.");
    }
}
