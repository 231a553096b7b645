/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** The items of an element of VR SQ (PS3.5 7.5). Not thread-safe while being changed. */
public final class Sequence extends AbstractList<Attributes> {

    private final Attributes parent;
    private final List<Attributes> items = new ArrayList<>(1);
    private boolean undefinedLength;

    Sequence(Attributes parent) {
        this.parent = parent;
    }

    @Override
    public Attributes get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public void add(int index, Attributes item) {
        item.setParent(parent);
        items.add(index, item);
    }

    @Override
    public Attributes remove(int index) {
        Attributes item = items.remove(index);
        item.setParent(null);
        return item;
    }

    @Override
    public Attributes set(int index, Attributes item) {
        item.setParent(parent);
        return items.set(index, item);
    }

    /** Whether it is written with an undefined length and a delimitation item. */
    public boolean undefinedLength() {
        return undefinedLength;
    }

    public void setUndefinedLength(boolean undefinedLength) {
        this.undefinedLength = undefinedLength;
    }
}
