/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** Reads the DICOM JSON model; members of an object may come in any order. Nesting is bounded by the parser. */
final class DicomJsonReader {

    /** JSON levels: each sequence takes three. */
    private static final int MAX_NESTING = 400;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            // Some writers put NaN and Infinity there as bare words.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final BulkDataSource bulkDataSource;

    DicomJsonReader(BulkDataSource bulkDataSource) {
        this.bulkDataSource = bulkDataSource;
    }

    Attributes readObject(InputStream json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, parser, "an object");
            Attributes attributes = readRoot(parser);
            expect(parser.nextToken() == null, parser, "the end");
            return attributes;
        } catch (StreamReadException | StreamConstraintsException malformed) {
            throw invalid(malformed.getLocation(), "well-formed JSON within the limits");
        }
    }

    List<Attributes> readArray(InputStream json) throws IOException {
        List<Attributes> all = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                all.add(readRoot(parser));
            } else {
                expect(first == JsonToken.START_ARRAY, parser, "an array");
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    all.add(readRoot(parser));
                }
                expect(parser.currentToken() == JsonToken.END_ARRAY, parser, "objects in the array");
            }
            expect(parser.nextToken() == null, parser, "the end");
            return all;
        } catch (StreamReadException | StreamConstraintsException malformed) {
            throw invalid(malformed.getLocation(), "well-formed JSON within the limits");
        }
    }

    /** The text is Unicode whatever the document declares, so the data set declares UTF-8 where it declares at all. */
    private Attributes readRoot(JsonParser parser) throws IOException {
        Attributes attributes = newAttributes();
        DeclaredCharacterSet declared = new DeclaredCharacterSet();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            readElement(parser, attributes, parser.currentName(), declared);
        }
        if (!declared.isNeeded()) {
            attributes.remove(Tag.SpecificCharacterSet);
        }
        return attributes;
    }

    private static Attributes newAttributes() {
        Attributes attributes = new Attributes();
        attributes.setSpecificCharacterSet("ISO_IR 192");
        return attributes;
    }

    private void readElement(JsonParser parser, Attributes attributes, String name, DeclaredCharacterSet declared)
            throws IOException {
        int tag = tagOf(name, parser);
        expect(parser.nextToken() == JsonToken.START_OBJECT, parser, "an object of vr and Value");
        TextElement element = new TextElement(tag);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "vr" -> element.setVr(vrOf(parser));
                case "Value" -> readValues(parser, element, declared);
                case "InlineBinary" -> element.setBytes(parser.getBinaryValue());
                case "BulkDataURI" -> element.setUri(parser.getText());
                default -> parser.skipChildren();
            }
        }
        if (tag == Tag.SpecificCharacterSet) {
            declared.declare();
        } else if ((tag & 0xFFFF) != 0) {
            try {
                element.storeIn(attributes, bulkDataSource);
            } catch (NumberFormatException unsuitable) {
                throw invalid(parser.currentLocation(), "values that suit the VR");
            }
        }
    }

    private void readValues(JsonParser parser, TextElement element, DeclaredCharacterSet declared) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(parser.currentToken() == JsonToken.START_ARRAY, parser, "an array of values");
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                readObjectValue(parser, element, declared);
            } else if (token == JsonToken.VALUE_NULL) {
                element.add("");
            } else {
                expect(token.isScalarValue(), parser, "a plain value or an object");
                element.add(declared.seen(parser.getText()));
            }
            token = parser.nextToken();
        }
    }

    /** An object within a Value array is a person name or an item, which only its members tell. */
    private void readObjectValue(JsonParser parser, TextElement element, DeclaredCharacterSet declared)
            throws IOException {
        String[] groups = {"", "", ""};
        Attributes item = newAttributes();
        DeclaredCharacterSet declaredHere = new DeclaredCharacterSet();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int group = nameGroup(parser.currentName());
            if (group >= 0) {
                JsonToken token = parser.nextToken();
                expect(token.isScalarValue(), parser, "a name");
                groups[group] = token == JsonToken.VALUE_NULL ? "" : declared.seen(parser.getText());
            } else {
                readElement(parser, item, parser.currentName(), declaredHere);
            }
        }
        if (!declaredHere.isDeclared()) {
            item.remove(Tag.SpecificCharacterSet);
        }
        declared.add(declaredHere);
        element.addItem(item);
        element.add(joined(groups));
    }

    private static String joined(String[] groups) {
        String text = String.join("=", groups);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        return text.substring(0, end);
    }

    private static int nameGroup(String member) {
        return switch (member) {
            case "Alphabetic" -> 0;
            case "Ideographic" -> 1;
            case "Phonetic" -> 2;
            default -> -1;
        };
    }

    private static VR vrOf(JsonParser parser) throws IOException {
        try {
            return VR.valueOf(parser.getText());
        } catch (IllegalArgumentException unknown) {
            throw invalid(parser.currentLocation(), "a known VR");
        }
    }

    /** Tags are eight hexadecimal digits; keywords are understood too. */
    private static int tagOf(String name, JsonParser parser) throws IOException {
        if (name.length() == 8) {
            try {
                return Integer.parseUnsignedInt(name, 16);
            } catch (NumberFormatException notHexadecimal) {
                // some keywords have eight letters
            }
        }
        int tag = Dictionary.tagForKeyword(name);
        expect(tag != -1, parser, "a tag of eight hexadecimal digits");
        return tag;
    }

    private static void expect(boolean condition, JsonParser parser, String expected) throws IOException {
        if (!condition) {
            throw invalid(parser.currentLocation(), expected);
        }
    }

    private static InvalidDicomJsonException invalid(JsonLocation location, String expected) {
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new InvalidDicomJsonException("expected " + expected + place);
    }
}
