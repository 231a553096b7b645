/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.io.DatasetReader;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.http.HttpRequest;
import org.isocenter.loadtest.http.HttpResult;
import org.isocenter.loadtest.http.HttpStatusException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * QIDO-RS and C-FIND.
 *
 * @param client with its connections
 * @param limit of a request
 */
record Searcher(Client client, Duration limit) {

    private static final String JSON = "application/dicom+json";
    private static final int PAGE = 1000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * A study that was found.
     *
     * @param studyInstanceUid identifier
     * @param instances Number of Study Related Instances, -1 when not told
     */
    record Match(String studyInstanceUid, int instances) {}

    List<Match> webByUid(String studyInstanceUid) throws IOException {
        return web("/studies?StudyInstanceUID=" + studyInstanceUid + "&includefield=00201208");
    }

    List<Match> webByOrder(String patientId, String accessionNumber) throws IOException {
        return web("/studies?PatientID=" + encode(patientId) + "&AccessionNumber=" + encode(accessionNumber));
    }

    private List<Match> web(String path) throws IOException {
        List<Match> matches = new ArrayList<>();
        for (JsonNode each : json(path)) {
            matches.add(new Match(
                    each.at("/0020000D/Value/0").asText(),
                    each.at("/00201208/Value/0").asInt(-1)));
        }
        return matches;
    }

    /** SOP Instance UIDs of all instances of a study, as they are listed. */
    List<String> webInstances(String studyInstanceUid) throws IOException {
        List<String> listed = new ArrayList<>();
        int before;
        do {
            before = listed.size();
            for (JsonNode each :
                    json("/studies/" + studyInstanceUid + "/instances?limit=" + PAGE + "&offset=" + before)) {
                listed.add(each.at("/00080018/Value/0").asText());
            }
        } while (listed.size() - before == PAGE);
        return listed;
    }

    private JsonNode json(String path) throws IOException {
        JsonNode[] found = {MAPPER.createArrayNode()};
        HttpResult result = client.web(
                HttpRequest.get(path, JSON),
                (head, body) -> {
                    if (head.status() == 200) {
                        found[0] = MAPPER.readTree(body);
                    }
                },
                limit);
        if (result.status() != 200 && result.status() != 204) {
            throw new HttpStatusException(result.status(), "QIDO-RS");
        }
        return found[0];
    }

    List<Match> dicomByUid(String studyInstanceUid) throws IOException {
        return dicom(Identifiers.findStudy(studyInstanceUid));
    }

    List<Match> dicomByOrder(String patientId, String accessionNumber) throws IOException {
        return dicom(Identifiers.findOrder(patientId, accessionNumber));
    }

    private List<Match> dicom(byte[] identifier) throws IOException {
        List<Match> matches = new ArrayList<>();
        client.dicom(Client.Purpose.QUERY, limit).find(identifier, (uid, transferSyntaxUid, dataset) -> {
            Attributes match = DatasetReader.read(dataset, TransferSyntax.of(transferSyntaxUid));
            matches.add(new Match(
                    match.getString(Tag.StudyInstanceUID, ""), match.getInt(Tag.NumberOfStudyRelatedInstances, -1)));
        });
        client.answered();
        return matches;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
