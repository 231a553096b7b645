/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.json.BulkDataSource;
import org.isocenter.dicom.json.TextElement;

/** Reads the native DICOM model, without external entities or a document type; nesting is bounded. */
final class NativeXmlReader {

    private static final int MAX_NESTING = 64;
    private static final int MAX_GAP = 1024;

    private final XMLStreamReader xml;
    private final BulkDataSource bulkDataSource;
    private int nesting;
    private boolean nonAscii;
    private boolean declared;

    private NativeXmlReader(XMLStreamReader xml, BulkDataSource bulkDataSource) {
        this.xml = xml;
        this.bulkDataSource = bulkDataSource;
    }

    static Attributes read(InputStream in, BulkDataSource bulkDataSource) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                return new NativeXmlReader(xml, bulkDataSource).readDocument();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            throw new InvalidNativeXmlException("not well-formed XML within the limits");
        }
    }

    private Attributes readDocument() throws XMLStreamException, IOException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            expect(xml.getEventType() != XMLStreamConstants.DTD, "no document type declaration");
        }
        expect(xml.getLocalName().equals("NativeDicomModel"), "NativeDicomModel");
        Attributes attributes = readElements();
        if (!declared && !nonAscii) {
            attributes.remove(Tag.SpecificCharacterSet);
        }
        return attributes;
    }

    /** Reads up to the end of the enclosing element. The data set declares UTF-8, which the caller may take away. */
    private Attributes readElements() throws XMLStreamException, IOException {
        expect(++nesting <= MAX_NESTING, "fewer levels of sequences");
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        declared = false;
        while (nextChild()) {
            expect(xml.getLocalName().equals("DicomAttribute"), "DicomAttribute");
            boolean declaredBefore = declared;
            boolean declaration = readElement(attributes);
            declared = declaredBefore || declaration;
        }
        nesting--;
        return attributes;
    }

    /** Returns whether the element declares a character set. */
    private boolean readElement(Attributes attributes) throws XMLStreamException, IOException {
        int tag = tagIn(attributes);
        TextElement element = new TextElement(tag);
        element.setVr(vr());
        int count = 0;
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "Value" -> count = readValue(element, count);
                case "PersonName" -> count = readName(element, count);
                case "Item" -> readItem(element);
                case "InlineBinary" -> element.setBytes(base64(xml.getElementText()));
                case "BulkData" -> readReference(element);
                default -> expect(false, "Value, PersonName, Item, InlineBinary or BulkData");
            }
        }
        if (tag != Tag.SpecificCharacterSet && (tag & 0xFFFF) != 0) {
            try {
                element.storeIn(attributes, bulkDataSource);
            } catch (NumberFormatException unsuitable) {
                expect(false, "values that suit the VR");
            }
        }
        return tag == Tag.SpecificCharacterSet;
    }

    private int readValue(TextElement element, int count) throws XMLStreamException, IOException {
        int number = fillUpTo(element, count);
        element.add(seen(xml.getElementText()));
        return number;
    }

    private int readName(TextElement element, int count) throws XMLStreamException, IOException {
        int number = fillUpTo(element, count);
        String[] groups = new String[NativeXmlWriter.NAME_GROUPS.size()];
        Arrays.fill(groups, "");
        while (nextChild()) {
            int group = NativeXmlWriter.NAME_GROUPS.indexOf(xml.getLocalName());
            expect(group >= 0, "Alphabetic, Ideographic or Phonetic");
            groups[group] = readGroup();
        }
        element.add(joined(groups, "="));
        return number;
    }

    private String readGroup() throws XMLStreamException, IOException {
        String[] components = new String[NativeXmlWriter.NAME_COMPONENTS.size()];
        Arrays.fill(components, "");
        while (nextChild()) {
            int component = NativeXmlWriter.NAME_COMPONENTS.indexOf(xml.getLocalName());
            expect(component >= 0, "a name component");
            components[component] = seen(xml.getElementText());
        }
        return joined(components, "^");
    }

    private void readItem(TextElement element) throws XMLStreamException, IOException {
        Attributes item = readElements();
        if (!declared) {
            item.remove(Tag.SpecificCharacterSet);
        }
        element.addItem(item);
    }

    private void readReference(TextElement element) throws XMLStreamException, IOException {
        String uri = xml.getAttributeValue(null, "uri");
        element.setUri(uri == null ? xml.getAttributeValue(null, "uuid") : uri);
        expect(!nextChild(), "the end of BulkData");
    }

    /** Adds empty values for the numbers left out before the one of the current element, and returns its number. */
    private int fillUpTo(TextElement element, int count) throws IOException {
        String number = xml.getAttributeValue(null, "number");
        int wanted = count + 1;
        if (number != null) {
            expect(number.matches("[1-9][0-9]{0,8}"), "a number from 1");
            wanted = Integer.parseInt(number);
        }
        expect(wanted > count && wanted - count <= MAX_GAP, "ascending numbers");
        for (int i = count + 1; i < wanted; i++) {
            element.add("");
        }
        return wanted;
    }

    private int tagIn(Attributes attributes) throws IOException {
        String text = xml.getAttributeValue(null, "tag");
        String keyword = xml.getAttributeValue(null, "keyword");
        if (text == null && keyword != null) {
            int tag = Dictionary.tagForKeyword(keyword);
            expect(tag != -1, "a known keyword");
            return tag;
        }
        expect(text != null && text.matches("[0-9A-Fa-f]{8}"), "a tag of eight hexadecimal digits");
        int tag = Integer.parseUnsignedInt(text, 16);
        String creator = xml.getAttributeValue(null, "privateCreator");
        boolean relative = creator != null && Dictionary.isPrivate(tag) && (tag & 0xFF00) == 0;
        return relative ? privateTag(attributes, creator, tag) : tag;
    }

    /** Finds the creator's block, or reserves the first free one. */
    private int privateTag(Attributes attributes, String creator, int tag) throws IOException {
        int found = attributes.privateTag(creator, tag);
        if (found != 0) {
            return found;
        }
        for (int block = 0x10; block <= 0xFF; block++) {
            int reservation = (tag & 0xFFFF0000) | block;
            if (!attributes.contains(reservation)) {
                attributes.setString(reservation, VR.LO, creator);
                return (tag & 0xFFFF0000) | (block << 8) | (tag & 0xFF);
            }
        }
        throw new InvalidNativeXmlException("no free block for a private creator");
    }

    private VR vr() throws IOException {
        String name = xml.getAttributeValue(null, "vr");
        if (name == null) {
            return null;
        }
        VR vr = name.length() == 2 ? VR.of(name.charAt(0), name.charAt(1)) : null;
        expect(vr != null, "a known VR");
        return vr;
    }

    /** Moves to the next child element; false at the end of the enclosing one. Text between elements is layout. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    private byte[] base64(String text) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw invalid("base 64");
        }
    }

    private String seen(String text) {
        for (int i = 0; !nonAscii && i < text.length(); i++) {
            nonAscii = text.charAt(i) >= 0x80;
        }
        return text;
    }

    private static String joined(String[] parts, String delimiter) {
        String text = String.join(delimiter, parts);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == delimiter.charAt(0)) {
            end--;
        }
        return text.substring(0, end);
    }

    private void expect(boolean condition, String expected) throws InvalidNativeXmlException {
        if (!condition) {
            throw invalid(expected);
        }
    }

    private InvalidNativeXmlException invalid(String expected) {
        return new InvalidNativeXmlException("expected " + expected + " at line "
                + xml.getLocation().getLineNumber() + ", column "
                + xml.getLocation().getColumnNumber());
    }
}
