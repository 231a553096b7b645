/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.isocenter.loadtest.http.BodyReader;
import org.isocenter.loadtest.http.HttpRequest;
import org.isocenter.loadtest.http.HttpResult;
import org.isocenter.loadtest.http.HttpStatusException;
import org.isocenter.loadtest.metrics.WrongAnswerException;
import org.isocenter.loadtest.scenario.OperationKind;
import org.isocenter.loadtest.scenario.SearchKey;
import org.isocenter.loadtest.study.StudyFacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** QIDO-RS and WADO-RS. */
final class WebReads {

    private static final String JSON = "application/dicom+json";
    private static final String DICOM = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
    private static final String JPEG = "multipart/related; type=\"image/jpeg\"; transfer-syntax=1.2.840.10008.1.2.4.50";
    private static final int MOST_PRIORS = 5;
    private static final long ASKED_AGAIN_MILLIS = 5;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WebReads() {}

    static Task search(StudyFacts study, List<SearchKey> keys, Random random, Duration limit) {
        SearchKey key = SearchChoice.of(study, keys, random);
        String query =
                switch (key) {
                    case PATIENT -> "PatientID=" + encode(study.patientId());
                    case NAME -> "PatientName=" + encode(NamePrefix.of(study.patientFamilyName())) + "*";
                    case WILDCARD -> "PatientName=*" + encode(NamePrefix.within(study.patientFamilyName())) + "*";
                    case ACCESSION -> "AccessionNumber=" + encode(study.accessionNumber());
                    case DATE ->
                        "StudyDate=" + study.studyDate() + "-" + study.studyDate() + "&ModalitiesInStudy="
                                + study.modality();
                    case DESCRIPTION -> "StudyDescription=" + encode(study.studyDescription());
                    case STUDY -> "StudyInstanceUID=" + study.studyInstanceUid();
                };
        return client -> {
            HttpResult result =
                    get(client, "/studies?" + query + "&limit=100", JSON, "QIDO-RS", BodyReader.NONE, limit);
            if (result.bodyLength() < study.studyInstanceUid().length()) {
                throw new WrongAnswerException("unfound", "a study that was stored is not found by " + key.label());
            }
            return result.bodyLength();
        };
    }

    static Task retrieve(OperationKind kind, StudyFacts study, Random random, Duration limit) {
        int number = random.nextInt(study.instanceCount());
        String series = study.seriesInstanceUids().get(number / study.instancesPerSeries());
        String studyPath = "/studies/" + study.studyInstanceUid();
        String seriesPath = studyPath + "/series/" + series;
        String instancePath =
                seriesPath + "/instances/" + study.sopInstanceUids().apply(number);
        boolean compressed = study.modality().equals("SM");
        String octets = compressed ? JPEG : OCTETS;
        return switch (kind) {
            case WADO_STUDY -> get(studyPath, DICOM, kind, study.pixelBytes() * study.instanceCount(), limit);
            case WADO_SERIES -> get(seriesPath, DICOM, kind, study.pixelBytes() * study.instancesPerSeries(), limit);
            case WADO_INSTANCE -> get(instancePath, DICOM, kind, study.pixelBytes(), limit);
            case WADO_FRAMES ->
                get(
                        instancePath + "/frames/" + (1 + random.nextInt(study.frames())),
                        octets,
                        kind,
                        compressed ? 1 : study.pixelBytes() / study.frames(),
                        limit);
            case WADO_METADATA -> get(seriesPath + "/metadata", JSON, kind, 1, limit);
            case WADO_RENDERED -> get(instancePath + "/rendered", "image/jpeg", kind, 1, limit);
            case C_ECHO, C_STORE, C_STORE_STUDY, FOUND, C_FIND, C_GET, C_MOVE, STOW, STOW_STUDY, QIDO, PRIORS ->
                throw new IllegalArgumentException(kind.label());
        };
    }

    private static Task get(String path, String accept, OperationKind kind, long least, Duration limit) {
        return client -> {
            HttpResult result = get(client, path, accept, kind.label(), BodyReader.NONE, limit);
            if (result.bodyLength() < least) {
                throw new WrongAnswerException(
                        "incomplete", kind.label() + " gave " + result.bodyLength() + " bytes instead of " + least);
            }
            return result.bodyLength();
        };
    }

    /** Asks again and again until the study is found with all its instances. */
    static Task awaitFound(StudyFacts study, Duration limit) {
        return client -> {
            long end = System.nanoTime() + limit.toNanos();
            Map<String, Integer> found = new HashMap<>();
            while (found.getOrDefault(study.studyInstanceUid(), 0) < study.instanceCount()) {
                if (System.nanoTime() > end) {
                    throw new WrongAnswerException("unfound", "a study that was stored is not found in time");
                }
                pause();
                found.clear();
                Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
                studiesOfPatient(client, study, left, found);
            }
            return 0;
        };
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(ASKED_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Adds the studies of the same patient with the numbers of their instances, and returns the length of the answer. */
    private static long studiesOfPatient(Client client, StudyFacts study, Duration limit, Map<String, Integer> found)
            throws IOException {
        BodyReader reader = (head, body) -> {
            if (head.status() == 200) {
                for (JsonNode each : MAPPER.readTree(body)) {
                    found.put(
                            each.at("/0020000D/Value/0").asText(),
                            each.at("/00201208/Value/0").asInt());
                }
            }
        };
        String path = "/studies?PatientID=" + encode(study.patientId()) + "&limit=100";
        return get(client, path, JSON, "QIDO-RS", reader, limit).bodyLength();
    }

    static Task priors(StudyFacts study, Duration limit) {
        return client -> {
            Map<String, Integer> found = new LinkedHashMap<>();
            long bytes = studiesOfPatient(client, study, limit, found);
            if (!found.containsKey(study.studyInstanceUid())) {
                throw new WrongAnswerException("unfound", "a study that was stored is not among those of its patient");
            }
            for (String uid : found.keySet().stream().limit(MOST_PRIORS).toList()) {
                bytes += get(client, "/studies/" + uid + "/metadata", JSON, "metadata", BodyReader.NONE, limit)
                        .bodyLength();
            }
            return bytes;
        };
    }

    private static HttpResult get(
            Client client, String path, String accept, String what, BodyReader reader, Duration limit)
            throws IOException {
        HttpResult result = client.web(HttpRequest.get(path, accept), reader, limit);
        // PS3.18 8.5.1: a search without matches may answer 204, which the check of the length finds
        if (result.status() != 200 && result.status() != 204) {
            throw new HttpStatusException(result.status(), what);
        }
        return result;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
