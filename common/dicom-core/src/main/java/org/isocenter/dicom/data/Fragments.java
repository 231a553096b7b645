/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Encapsulated pixel data in memory (PS3.5 A.4): the items as they stand, the first of them the basic offset table, which
 * may be empty. Not thread-safe while being changed.
 */
public final class Fragments extends AbstractList<byte[]> {

    private final List<byte[]> items = new ArrayList<>();

    @Override
    public byte[] get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public void add(int index, byte[] item) {
        items.add(index, item);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fragments that && Arrays.deepEquals(items.toArray(), that.items.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(items.toArray());
    }
}
