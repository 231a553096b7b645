/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.xml;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.Fragments;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.json.BulkDataUri;
import org.isocenter.dicom.value.BinaryNumbers;
import org.isocenter.dicom.value.PersonName;

/** Writes the native DICOM model. */
final class NativeXmlWriter {

    static final List<String> NAME_GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");
    static final List<String> NAME_COMPONENTS =
            List.of("FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix");

    private final Writer out;
    private final BulkDataUri bulkDataUri;
    private final Deque<Integer> path = new ArrayDeque<>();

    NativeXmlWriter(Writer out, BulkDataUri bulkDataUri) {
        this.out = out;
        this.bulkDataUri = bulkDataUri;
    }

    void write(Attributes attributes) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.write("<NativeDicomModel xmlns=\"" + NativeXml.NAMESPACE + "\" xml:space=\"preserve\">");
        writeElements(attributes);
        out.write("</NativeDicomModel>");
    }

    private void writeElements(Attributes attributes) throws IOException {
        for (int i = 0; i < attributes.size(); i++) {
            int tag = attributes.tagAt(i);
            if ((tag & 0xFFFF) != 0 && tag >>> 16 != 2) {
                writeElement(attributes, i, tag);
            }
        }
    }

    private void writeElement(Attributes attributes, int position, int tag) throws IOException {
        Object value = attributes.valueAt(position);
        VR vr = value instanceof Sequence ? VR.SQ : attributes.vrAt(position);
        writeStart(attributes, tag, vr);
        if (value instanceof Sequence sequence) {
            writeItems(sequence, tag);
        } else if (value instanceof BulkData bulk) {
            writeReference(tag, vr, bulk);
        } else if (value instanceof Fragments) {
            writeReference(tag, vr, new BulkData(-1, BulkData.UNDEFINED_LENGTH));
        } else if (value instanceof byte[] bytes && bytes.length > 0) {
            writeValue(attributes, tag, vr, bytes);
        }
        out.write("</DicomAttribute>");
    }

    /** PS3.19 Table A.1.5-2: of a private element's number only the last two digits, and its creator. */
    private void writeStart(Attributes attributes, int tag, VR vr) throws IOException {
        String creator = creatorOf(attributes, tag);
        int written = creator == null ? tag : tag & 0xFFFF00FF;
        out.write(String.format("<DicomAttribute tag=\"%08X\" vr=\"%s\"", written, vr));
        String keyword = Dictionary.keywordOf(tag);
        if (keyword != null) {
            out.write(" keyword=\"" + keyword + "\"");
        }
        if (creator != null) {
            out.write(" privateCreator=\"");
            XmlText.write(creator, out);
            out.write('"');
        }
        out.write('>');
    }

    private static String creatorOf(Attributes attributes, int tag) {
        int element = tag & 0xFFFF;
        if (!Dictionary.isPrivate(tag) || element < 0x1000) {
            return null;
        }
        String creator = attributes.getString((tag & 0xFFFF0000) | (element >>> 8));
        // Only the first block of a creator can be found again by its name.
        return creator != null && attributes.privateTag(creator, tag) == tag ? creator : null;
    }

    private void writeItems(Sequence sequence, int tag) throws IOException {
        path.addLast(tag);
        for (int item = 0; item < sequence.size(); item++) {
            path.addLast(item);
            out.write("<Item number=\"" + (item + 1) + "\">");
            writeElements(sequence.get(item));
            out.write("</Item>");
            path.removeLast();
        }
        path.removeLast();
    }

    private boolean writeReference(int tag, VR vr, BulkData bulk) throws IOException {
        path.addLast(tag);
        String uri = bulkDataUri.uriOf(path.stream().mapToInt(step -> step).toArray(), vr, bulk);
        path.removeLast();
        if (uri == null) {
            return false;
        }
        out.write("<BulkData uri=\"");
        XmlText.write(uri, out);
        out.write("\"/>");
        return true;
    }

    private void writeValue(Attributes attributes, int tag, VR vr, byte[] bytes) throws IOException {
        if (tag == Tag.SpecificCharacterSet) {
            writeValues(new String[] {"ISO_IR 192"});
        } else if (BinaryNumbers.width(vr) > 0) {
            writeValues(BinaryNumbers.toStrings(bytes, vr));
        } else if (vr == VR.PN) {
            writeNames(attributes.getStrings(tag));
        } else if (vr.isText()) {
            writeValues(attributes.getStrings(tag));
        } else if (tag != Tag.PixelData || !writeReference(tag, vr, new BulkData(-1, bytes.length))) {
            out.write("<InlineBinary>");
            out.write(Base64.getEncoder().encodeToString(bytes));
            out.write("</InlineBinary>");
        }
    }

    private void writeValues(String[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                out.write("<Value number=\"" + (i + 1) + "\">");
                XmlText.write(values[i], out);
                out.write("</Value>");
            }
        }
    }

    private void writeNames(String[] names) throws IOException {
        for (int i = 0; i < names.length; i++) {
            PersonName name = PersonName.parse(names[i]);
            if (!name.isEmpty()) {
                out.write("<PersonName number=\"" + (i + 1) + "\">");
                for (int group = 0; group < NAME_GROUPS.size(); group++) {
                    writeGroup(NAME_GROUPS.get(group), name.groups().get(group));
                }
                out.write("</PersonName>");
            }
        }
    }

    private void writeGroup(String element, PersonName.Group group) throws IOException {
        if (group.isEmpty()) {
            return;
        }
        out.write("<" + element + ">");
        for (int i = 0; i < NAME_COMPONENTS.size(); i++) {
            String component = group.components().get(i);
            if (!component.isEmpty()) {
                out.write("<" + NAME_COMPONENTS.get(i) + ">");
                XmlText.write(component, out);
                out.write("</" + NAME_COMPONENTS.get(i) + ">");
            }
        }
        out.write("</" + element + ">");
    }
}
