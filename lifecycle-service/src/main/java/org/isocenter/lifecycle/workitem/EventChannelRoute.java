/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.lifecycle.workitem;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.isocenter.archive.workitem.WorkitemException;
import org.isocenter.archive.workitem.WorkitemSubscriptions;
import org.isocenter.service.config.HttpConfig;
import org.isocenter.service.http.BaseUrl;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;
import org.jboss.logging.Logger;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Opens event channels (PS3.18 8.10.4): a WebSocket at {@code /subscribers/{aetitle}}. Browsers let every page open WebSockets
 * everywhere and leave it to the server to look at Origin; so pages of other origins are refused here, unless CORS lets them in.
 */
@ApplicationScoped
public class EventChannelRoute {

    private static final Logger LOG = Logger.getLogger(EventChannelRoute.class);

    private final EventChannels channels;
    private final BaseUrl baseUrl;
    private final List<String> origins;

    /** With where channels are kept. */
    public EventChannelRoute(EventChannels channels, BaseUrl baseUrl, HttpConfig config) {
        this.channels = channels;
        this.baseUrl = baseUrl;
        this.origins = config.cors().origins().orElse(List.of());
    }

    void register(@Observes Router router) {
        router.get(DicomWeb.ROOT + "/subscribers/:aetitle").handler(this::open);
        // where former editions' clients look for it
        router.get(DicomWeb.ROOT + "/ws/subscribers/:aetitle").handler(this::open);
    }

    private void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        String aet = context.pathParam("aetitle");
        if (!isAet(aet)) {
            refuse(context, 400, "The path does not hold an AE title");
        } else if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            context.response().putHeader("Upgrade", "websocket");
            refuse(context, 426, "An event channel is a WebSocket");
        } else if (!isAllowed(request)) {
            refuse(context, 403, "Pages of this origin may not open event channels");
        } else if (!channels.reserve()) {
            refuse(context, 503, "Too many event channels are open");
        } else {
            request.toWebSocket().onSuccess(socket -> channels.add(aet, socket)).onFailure(failure -> {
                channels.release();
                LOG.debugf(
                        "An event channel was not opened: %s",
                        failure.getClass().getName());
            });
        }
    }

    private static boolean isAet(String aet) {
        try {
            WorkitemSubscriptions.requireAet(aet);
            return true;
        } catch (WorkitemException e) {
            return false;
        }
    }

    private boolean isAllowed(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null || origins.contains("*") || origins.contains(origin)) {
            return true;
        }
        String own = baseUrl.of(request);
        return own.equals(origin) || own.startsWith(origin + "/");
    }

    private static void refuse(RoutingContext context, int status, String detail) {
        if (status == 503) {
            context.response().putHeader("Retry-After", "5");
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", Problem.of(status, null).title())
                        .put("status", status)
                        .put("detail", detail)
                        .toBuffer());
    }
}
