/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.isocenter.dicom.charset.SpecificCharacterSet;
import org.isocenter.dicom.dict.Dictionary;

/**
 * A data set, or an item of a sequence (PS3.5 7): elements in ascending order of their tags. A value is kept as its bytes in
 * little endian order, as they were read, and decoded when it is asked for; so what cannot be decoded is still kept.
 * A value is one of {@code byte[]}, {@link Sequence}, {@link Fragments}, {@link BulkData}; an empty value is an empty array.
 *
 * <p>Tags are compared unsigned. Not thread-safe while being changed; safe for concurrent reads once published.
 */
public final class Attributes {

    private static final byte[] EMPTY = {};

    private Attributes parent;
    private int[] tags;
    private VR[] vrs;
    private Object[] values;
    private int size;
    private SpecificCharacterSet characterSet;
    private boolean undefinedLength;

    public Attributes() {
        this(16);
    }

    /** Makes room for the given number of elements. */
    public Attributes(int capacity) {
        tags = new int[capacity];
        vrs = new VR[capacity];
        values = new Object[capacity];
    }

    /** A deep copy, without a parent; byte arrays are shared since they are never changed in place. */
    public Attributes(Attributes other) {
        this(other.size);
        undefinedLength = other.undefinedLength;
        addAll(other);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The tags, ascending (unsigned). */
    public int[] tags() {
        return Arrays.copyOf(tags, size);
    }

    /** The tag of the element at a position from 0 to {@link #size()} - 1. */
    public int tagAt(int position) {
        return tags[checked(position)];
    }

    /** The VR of the element at a position. */
    public VR vrAt(int position) {
        return vrs[checked(position)];
    }

    /** The value of the element at a position. */
    public Object valueAt(int position) {
        return values[checked(position)];
    }

    public boolean contains(int tag) {
        return indexOf(tag) >= 0;
    }

    /** Whether the element is there with a value that is not empty. */
    public boolean containsValue(int tag) {
        Object value = getValue(tag);
        if (value instanceof byte[] bytes) {
            return bytes.length > 0;
        }
        if (value instanceof Sequence sequence) {
            return !sequence.isEmpty();
        }
        return value != null;
    }

    /** The VR of the element, or null if it is absent. */
    public VR getVR(int tag) {
        int index = indexOf(tag);
        return index < 0 ? null : vrs[index];
    }

    /** The value as it is kept, or null if the element is absent. */
    public Object getValue(int tag) {
        int index = indexOf(tag);
        return index < 0 ? null : values[index];
    }

    /** The bytes of the value in little endian order, or null if the element is absent or not kept as bytes. Not to be changed. */
    public byte[] getBytes(int tag) {
        return getValue(tag) instanceof byte[] bytes ? bytes : null;
    }

    /** The first value, trimmed; null if absent or empty. Binary numbers are turned into text. */
    public String getString(int tag) {
        int index = indexOf(tag);
        return index < 0 ? null : ValueText.first(vrs[index], values[index], this);
    }

    public String getString(int tag, String defaultValue) {
        String value = getString(tag);
        return value == null ? defaultValue : value;
    }

    /** All values, each trimmed, an empty one as an empty string; an empty array if absent or empty. */
    public String[] getStrings(int tag) {
        int index = indexOf(tag);
        return index < 0 ? ValueText.NONE : ValueText.all(vrs[index], values[index], this);
    }

    /** The first value of a private element, or null. */
    public String getString(String privateCreator, int tag) {
        int resolved = privateTag(privateCreator, tag);
        return resolved == 0 ? null : getString(resolved);
    }

    /** All values of a private element: its tag is given with element number 00xx, its block is found by the creator. */
    public String[] getStrings(String privateCreator, int tag) {
        int resolved = privateTag(privateCreator, tag);
        return resolved == 0 ? ValueText.NONE : getStrings(resolved);
    }

    /** The tag that a private element has in this data set (PS3.5 7.8.1), or 0 if the creator reserved no block. */
    public int privateTag(String privateCreator, int tag) {
        int group = tag & 0xFFFF0000;
        for (int block = 0x10; block <= 0xFF; block++) {
            if (privateCreator.equals(getString(group | block))) {
                return group | block << 8 | tag & 0xFF;
            }
        }
        return 0;
    }

    /** The first value as a number, or the default if it is absent, empty or no number. A fraction is cut off. */
    public int getInt(int tag, int defaultValue) {
        int index = indexOf(tag);
        return index < 0 ? defaultValue : ValueNumbers.firstInt(vrs[index], values[index], this, defaultValue);
    }

    /** All values as numbers; values that are no numbers are left out. */
    public int[] getInts(int tag) {
        int index = indexOf(tag);
        return index < 0 ? new int[0] : ValueNumbers.ints(vrs[index], values[index], this);
    }

    /** The first value as a number, or the default. */
    public double getDouble(int tag, double defaultValue) {
        double[] all = getDoubles(tag);
        return all.length == 0 ? defaultValue : all[0];
    }

    /** All values as numbers; values that are no numbers are left out. */
    public double[] getDoubles(int tag) {
        int index = indexOf(tag);
        return index < 0 ? new double[0] : ValueNumbers.doubles(vrs[index], values[index], this);
    }

    /** The items, or null if the element is absent or no sequence. */
    public Sequence getSequence(int tag) {
        return getValue(tag) instanceof Sequence sequence ? sequence : null;
    }

    /** The first item, or null. */
    public Attributes getNested(int tag) {
        Sequence sequence = getSequence(tag);
        return sequence == null || sequence.isEmpty() ? null : sequence.get(0);
    }

    /** Sets text values, encoded by this data set's character set; a null or empty value is an empty one. */
    public void setString(int tag, VR vr, String... strings) {
        put(tag, vr, ValueText.encode(vr, strings, this));
    }

    /** Sets text values with the VR of the dictionary. */
    public void setString(int tag, String... strings) {
        setString(tag, Dictionary.vrOf(tag), strings);
    }

    /** Sets numbers, in binary or as text as the VR wants. */
    public void setInt(int tag, VR vr, int... numbers) {
        put(tag, vr, ValueNumbers.encode(vr, numbers, this));
    }

    /** Sets numbers with the VR of the dictionary. */
    public void setInt(int tag, int... numbers) {
        setInt(tag, Dictionary.vrOf(tag), numbers);
    }

    /** Sets numbers, in binary or as text as the VR wants. */
    public void setDouble(int tag, VR vr, double... numbers) {
        put(tag, vr, ValueNumbers.encode(vr, numbers, this));
    }

    /** Sets the bytes of a value, in little endian order. The array is kept and must not be changed afterwards. */
    public void setBytes(int tag, VR vr, byte[] bytes) {
        put(tag, vr, bytes == null ? EMPTY : bytes);
    }

    /** Sets an empty value. */
    public void setNull(int tag, VR vr) {
        if (vr == VR.SQ) {
            put(tag, vr, new Sequence(this));
        } else {
            put(tag, vr, EMPTY);
        }
    }

    /** Sets an empty value with the VR of the dictionary. */
    public void setNull(int tag) {
        setNull(tag, Dictionary.vrOf(tag));
    }

    /** Sets a value: {@code byte[]}, {@link Fragments} or {@link BulkData}; null is an empty value; a sequence is copied. */
    public void setValue(int tag, VR vr, Object value) {
        if (value == null) {
            setNull(tag, vr);
        } else if (value instanceof Sequence sequence) {
            copySequence(tag, vr, sequence);
        } else if (value instanceof byte[] || value instanceof Fragments || value instanceof BulkData) {
            put(tag, vr, value);
        } else {
            throw new IllegalArgumentException("not a value: " + value.getClass());
        }
    }

    /** Sets a sequence without items and returns it. */
    public Sequence newSequence(int tag) {
        return newSequence(tag, VR.SQ);
    }

    /** Sets a sequence without items in an element that was read with another VR (UN), and returns it. */
    public Sequence newSequence(int tag, VR vr) {
        Sequence sequence = new Sequence(this);
        put(tag, vr, sequence);
        return sequence;
    }

    /** Removes the element and returns its value, or null if it was absent. */
    public Object remove(int tag) {
        int index = indexOf(tag);
        if (index < 0) {
            return null;
        }
        Object value = values[index];
        int moved = size - index - 1;
        System.arraycopy(tags, index + 1, tags, index, moved);
        System.arraycopy(vrs, index + 1, vrs, index, moved);
        System.arraycopy(values, index + 1, values, index, moved);
        values[--size] = null;
        if (tag == Tag.SpecificCharacterSet) {
            characterSet = null;
        }
        return value;
    }

    /** Sets all elements of another data set here, sequences as copies. Text is re-encoded when the character sets differ. */
    public void addAll(Attributes other) {
        if (other.contains(Tag.SpecificCharacterSet)) {
            add(other, Tag.SpecificCharacterSet);
        }
        for (int i = 0; i < other.size; i++) {
            add(other, other.tags[i]);
        }
    }

    /** Sets those of the given elements that the other data set has. */
    public void addSelected(Attributes from, int... selection) {
        for (int tag : selection) {
            if (from.contains(tag)) {
                add(from, tag);
            }
        }
    }

    private void add(Attributes from, int tag) {
        int index = from.indexOf(tag);
        VR vr = from.vrs[index];
        Object value = from.values[index];
        if (value instanceof byte[] bytes
                && vr.usesSpecificCharacterSet()
                && !isAscii(bytes)
                && !getSpecificCharacterSet().equals(from.getSpecificCharacterSet())) {
            setString(tag, vr, from.getStrings(tag));
        } else {
            setValue(tag, vr, value);
        }
    }

    private void copySequence(int tag, VR vr, Sequence sequence) {
        Sequence copy = newSequence(tag, vr);
        copy.setUndefinedLength(sequence.undefinedLength());
        for (Attributes item : sequence) {
            Attributes copied = new Attributes(item.size);
            copied.undefinedLength = item.undefinedLength;
            // in its place first: text is encoded by the character set that holds there
            copy.add(copied);
            copied.addAll(item);
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0 || each == 0x1B) {
                return false;
            }
        }
        return true;
    }

    /** The character set of this data set or, where it names none, of the one that it is nested in. */
    public SpecificCharacterSet getSpecificCharacterSet() {
        if (characterSet == null) {
            int index = indexOf(Tag.SpecificCharacterSet);
            if (index >= 0 && values[index] instanceof byte[] codes && codes.length > 0) {
                // as CS whatever VR it came with: one that is decoded by the character set would ask for it for ever
                characterSet = SpecificCharacterSet.of(ValueText.all(VR.CS, codes, this));
            } else {
                return parent == null ? SpecificCharacterSet.ASCII : parent.getSpecificCharacterSet();
            }
        }
        return characterSet;
    }

    /** Names the character set; values that are there already are not re-encoded. */
    public void setSpecificCharacterSet(String... codes) {
        setString(Tag.SpecificCharacterSet, VR.CS, codes);
    }

    /** The data set that this item is nested in, or null. */
    public Attributes parent() {
        return parent;
    }

    void setParent(Attributes parent) {
        this.parent = parent;
    }

    /** Whether this item is written with an undefined length and a delimitation item. */
    public boolean undefinedLength() {
        return undefinedLength;
    }

    public void setUndefinedLength(boolean undefinedLength) {
        this.undefinedLength = undefinedLength;
    }

    private int checked(int position) {
        if (position >= size) {
            throw new IndexOutOfBoundsException(position);
        }
        return position;
    }

    private int indexOf(int tag) {
        int wanted = tag ^ Integer.MIN_VALUE;
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = tags[middle] ^ Integer.MIN_VALUE;
            if (found < wanted) {
                low = middle + 1;
            } else if (found > wanted) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    private void put(int tag, VR vr, Object value) {
        if (tag == Tag.SpecificCharacterSet) {
            characterSet = null;
        }
        boolean last = size == 0 || Integer.compareUnsigned(tags[size - 1], tag) < 0;
        int index = last ? -size - 1 : indexOf(tag);
        if (index < 0) {
            index = -index - 1;
            insertAt(index);
        }
        tags[index] = tag;
        vrs[index] = vr;
        values[index] = value;
    }

    private void insertAt(int index) {
        if (size == tags.length) {
            int capacity = Math.max(8, size + (size >> 1));
            tags = Arrays.copyOf(tags, capacity);
            vrs = Arrays.copyOf(vrs, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        int moved = size - index;
        if (moved > 0) {
            System.arraycopy(tags, index, tags, index + 1, moved);
            System.arraycopy(vrs, index, vrs, index + 1, moved);
            System.arraycopy(values, index, values, index + 1, moved);
        }
        size++;
    }

    /** Equal when the elements are: same tags, VRs and values. How lengths are encoded does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that
                && size == that.size
                && Arrays.equals(tags, 0, size, that.tags, 0, size)
                && Arrays.equals(vrs, 0, size, that.vrs, 0, size)
                && Arrays.deepEquals(Arrays.copyOf(values, size), Arrays.copyOf(that.values, size));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(Arrays.copyOf(tags, size)) + Arrays.deepHashCode(Arrays.copyOf(values, size));
    }

    /** Tags and VRs alone: a value may be a patient's and does not belong in a log. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("Attributes[");
        for (int i = 0; i < size; i++) {
            out.append(i == 0 ? "" : " ")
                    .append(String.format("(%04X,%04X)", tags[i] >>> 16, tags[i] & 0xFFFF))
                    .append(vrs[i]);
        }
        return out.append(']').toString();
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
