/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.front.http;

import org.isocenter.front.replica.Replica;
import org.isocenter.front.replica.Replicas;
import org.isocenter.front.replica.Service;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Whether the cluster serves: every service has a replica that is up. Each replica is named with how it is. */
final class HealthAnswer {

    private HealthAnswer() {}

    static void write(HttpServerRequest request, Replicas replicas) {
        boolean live = request.path().endsWith("/live");
        boolean up = live || replicas.isReady();
        JsonArray checks = new JsonArray();
        for (Service service : Service.values()) {
            checks.add(check(service, replicas));
        }
        request.response()
                .setStatusCode(up ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("status", up ? "UP" : "DOWN")
                        .put("checks", live ? new JsonArray() : checks)
                        .toBuffer());
    }

    private static JsonObject check(Service service, Replicas replicas) {
        JsonObject data = new JsonObject();
        for (Replica each : replicas.of(service)) {
            data.put(each.name(), each.health().name());
        }
        return new JsonObject()
                .put("name", service.label())
                .put("status", replicas.isReady(service) ? "UP" : "DOWN")
                .put("data", data);
    }
}
