/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.correction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import org.isocenter.archive.correction.AttributeChanges;
import org.isocenter.archive.correction.CorrectionReason;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.dicom.json.InvalidDicomJsonException;
import org.isocenter.service.http.DicomWeb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The body of a request for a correction or its revocation. Values are the patient's: no message quotes them.
 *
 * @param author whoever the client says asks for it
 * @param reason why, as data sets tell it
 * @param comment why, for humans
 * @param seriesInstanceUid the series, if it is about one or an instance
 * @param sopInstanceUid the instance, if it is about one
 * @param changes what is to be set and removed
 */
record CorrectionRequest(
        Optional<String> author,
        CorrectionReason reason,
        String comment,
        Optional<String> seriesInstanceUid,
        Optional<String> sopInstanceUid,
        AttributeChanges changes) {

    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_TEXT = 1024;
    private static final int MAX_NESTING = 64;
    private static final ObjectMapper MAPPER = mapper();

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .build());
        return mapper;
    }

    /**
     * Reads a body; an empty one says nothing.
     *
     * @throws ArchiveException BAD_REQUEST, or LIMIT_EXCEEDED if it is longer than 1 MiB
     */
    static CorrectionRequest read(InputStream body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(MAX_LENGTH + 1);
        if (bytes.length > MAX_LENGTH) {
            throw new ArchiveException(ErrorCode.LIMIT_EXCEEDED, "A correction is described in up to 1 MiB.");
        }
        JsonNode node;
        try {
            node = bytes.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw refused("The body is not well-formed JSON.");
        }
        if (node == null || !node.isObject()) {
            throw refused("The body is a JSON object.");
        }
        return new CorrectionRequest(
                text(node, "author"),
                reason(node),
                text(node, "comment").orElse(""),
                uid(node, "seriesInstanceUid"),
                uid(node, "sopInstanceUid"),
                new AttributeChanges(attributes(node.path("attributes")), removed(node.path("remove"))));
    }

    private static Optional<String> text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.asText().replaceAll("\\p{Cntrl}", " ").strip();
        if (!value.isTextual() || text.length() > MAX_TEXT) {
            throw refused("The member " + member + " is a text of up to " + MAX_TEXT + " characters.");
        }
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private static CorrectionReason reason(JsonNode node) {
        String name = text(node, "reason").orElse(CorrectionReason.CORRECT.name());
        for (CorrectionReason each : CorrectionReason.values()) {
            if (each.name().equals(name.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw refused("The reason is CORRECT or COERCE.");
    }

    private static Optional<String> uid(JsonNode node, String member) {
        Optional<String> uid = text(node, member);
        if (uid.isPresent() && !DicomWeb.isUid(uid.get())) {
            throw refused("The member " + member + " is a UID.");
        }
        return uid;
    }

    private static Attributes attributes(JsonNode node) throws IOException {
        if (node.isMissingNode() || node.isNull()) {
            return new Attributes(0);
        }
        if (!node.isObject() || node.findValue("BulkDataURI") != null) {
            throw refused("The attributes are an object of the DICOM JSON model, with the values in it.");
        }
        try {
            return DicomJson.read(new ByteArrayInputStream(MAPPER.writeValueAsBytes(node)));
        } catch (InvalidDicomJsonException e) {
            // the place would be one of our own text
            throw refused("The attributes are no object of the DICOM JSON model.");
        }
    }

    private static TreeSet<Integer> removed(JsonNode node) {
        TreeSet<Integer> removed = new TreeSet<>();
        if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
            throw refused("What to remove is a list of keywords or tags.");
        }
        for (JsonNode each : node) {
            removed.add(tag(each.asText()));
        }
        return removed;
    }

    private static int tag(String text) {
        if (text.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(text, 16);
        }
        int tag = Dictionary.tagForKeyword(text);
        if (tag == -1) {
            throw refused("What to remove is named by keywords, or tags of eight hexadecimal digits.");
        }
        return tag;
    }

    private static ArchiveException refused(String message) {
        return new ArchiveException(ErrorCode.BAD_REQUEST, message);
    }
}
