/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.json.BulkDataUri;

/** The addresses of bulk values: {@code …/instances/UID/bulkdata/TAG/ITEM/TAG}, tags in hexadecimal, items from 0. */
final class BulkDataAddress {

    private static final String SEGMENT = "/bulkdata";

    private BulkDataAddress() {}

    /** Addresses below the URL of an instance. */
    static BulkDataUri below(String instanceUrl) {
        return (path, vr, bulk) -> of(instanceUrl, path);
    }

    private static String of(String instanceUrl, int[] path) {
        StringBuilder address = new StringBuilder(instanceUrl).append(SEGMENT);
        for (int i = 0; i < path.length; i++) {
            address.append('/');
            if (i % 2 == 0) {
                String hex = Integer.toHexString(path[i]).toUpperCase(Locale.ROOT);
                address.append("0".repeat(8 - hex.length())).append(hex);
            } else {
                address.append(path[i]);
            }
        }
        return address.toString();
    }

    /**
     * A value by its address.
     *
     * @param tag the element
     * @param vr its VR
     * @param value {@code byte[]} or {@link BulkData}
     */
    record Found(int tag, VR vr, Object value) {}

    /**
     * Finds the value that the rest of a path names.
     *
     * @throws ArchiveException NOT_FOUND or BAD_REQUEST
     */
    static Found find(Attributes attributes, String path) {
        List<Integer> steps = parse(path);
        Attributes current = attributes;
        for (int i = 0; i + 2 < steps.size(); i += 2) {
            Sequence sequence = current.getSequence(steps.get(i));
            int item = steps.get(i + 1);
            if (sequence == null || item >= sequence.size()) {
                throw notFound();
            }
            current = sequence.get(item);
        }
        int tag = steps.get(steps.size() - 1);
        Object value = current.getValue(tag);
        if (!(value instanceof BulkData) && !(value instanceof byte[])) {
            throw notFound();
        }
        return new Found(tag, current.getVR(tag), value);
    }

    private static List<Integer> parse(String path) {
        List<Integer> steps = new ArrayList<>();
        String[] segments = path.split("/", -1);
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
