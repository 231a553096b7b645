/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Sequence;

/** Where the bulk values of a data set lie: taken out of its attributes, encoded, and put back. Stateless. */
public final class BulkIndex {

    private record Place(List<Integer> path, BulkData bulk) {}

    private BulkIndex() {}

    /** Empties each bulk value of the attributes, in items too, and returns where they lie. */
    public static byte[] extract(Attributes attributes) {
        List<Place> places = new ArrayList<>();
        collect(attributes, new ArrayList<>(), places);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeInt(places.size());
            for (Place place : places) {
                out.writeShort(place.path().size());
                for (int step : place.path()) {
                    out.writeInt(step);
                }
                out.writeLong(place.bulk().offset());
                out.writeLong(place.bulk().length());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void collect(Attributes attributes, List<Integer> path, List<Place> places) {
        for (int position = 0; position < attributes.size(); position++) {
            int tag = attributes.tagAt(position);
            Object value = attributes.valueAt(position);
            if (value instanceof BulkData bulk) {
                List<Integer> here = new ArrayList<>(path);
                here.add(tag);
                places.add(new Place(here, bulk));
                attributes.setNull(tag, attributes.vrAt(position));
            } else if (value instanceof Sequence items) {
                for (int item = 0; item < items.size(); item++) {
                    List<Integer> here = new ArrayList<>(path);
                    here.add(tag);
                    here.add(item);
                    collect(items.get(item), here, places);
                }
            }
        }
    }

    /** Puts the places of the bulk values back into the attributes that they were taken from. */
    public static void restore(Attributes attributes, byte[] encoded) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            for (int left = in.readInt(); left > 0; left--) {
                Attributes at = attributes;
                int tag = 0;
                int steps = in.readUnsignedShort();
                for (int step = 0; step < steps; step++) {
                    if ((step & 1) == 0) {
                        tag = in.readInt();
                    } else {
                        at = at.getSequence(tag).get(in.readInt());
                    }
                }
                at.setValue(tag, at.getVR(tag), new BulkData(in.readLong(), in.readLong()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
