/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import org.isocenter.archive.event.DeadWork;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Work that was given up, as JSON (docs/asyncapi.yaml). */
final class DeadWorkCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DeadWorkCodec() {}

    static byte[] encode(DeadWork dead) {
        try {
            return MAPPER.writeValueAsBytes(JsonNodeFactory.instance
                    .objectNode()
                    .put("studyInstanceUid", dead.studyInstanceUid())
                    .put("work", dead.work())
                    .put("code", dead.code().name())
                    .put("reason", dead.reason())
                    .put("attempts", dead.attempts())
                    .put("givenUpAt", dead.givenUpAt().toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
