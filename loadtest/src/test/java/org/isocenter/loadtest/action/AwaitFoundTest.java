/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.isocenter.loadtest.http.ScriptedServer;
import org.isocenter.loadtest.metrics.WrongAnswerException;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.scenario.Access;
import org.isocenter.loadtest.study.StudyFacts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AwaitFoundTest {

    private static final StudyFacts STUDY = new StudyFacts(
            "1.2.3", "P 1", "Doe", "A1", "20260101", "Head", "CT", List.of("1.2.3.1"), 2, 1, 100, n -> "1.2.3.1." + n);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void awaitFound_asksUntilAllInstancesAreThere() throws Exception {
        List<String> answers = List.of(
                "HTTP/1.1 204 No Content\r\n\r\n",
                json("[]"),
                json(study("1.2.9", 2)),
                json(study("1.2.3", 1)),
                json(study("1.2.3", 2)));
        try (ScriptedServer server = new ScriptedServer(List.of(answers));
                Client client = client(server)) {
            WebReads.awaitFound(STUDY, LONG).attempt(client);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(server.nextHead()).startsWith("GET /dicom-web/studies?PatientID=P%201&limit=100 ");
            }
        }
    }

    @Test
    void awaitFound_neverFound_fails() throws Exception {
        try (ScriptedServer server = new ScriptedServer(List.of(Collections.nCopies(10_000, json("[]"))));
                Client client = client(server)) {
            assertThatThrownBy(() ->
                            WebReads.awaitFound(STUDY, Duration.ofMillis(50)).attempt(client))
                    .isInstanceOf(WrongAnswerException.class);
        }
    }

    private static Client client(ScriptedServer server) {
        Target target = Target.parse("name=scripted,web=" + server.address());
        return new Client(
                new Access(List.of(target), "LOADTEST", LONG, Optional.empty(), false, Optional.empty()),
                0,
                List.of(),
                0);
    }

    private static String study(String uid, int instances) {
        return "[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]},\"00201208\":{\"vr\":\"IS\",\"Value\":["
                + instances + "]}}]";
    }

    private static String json(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
