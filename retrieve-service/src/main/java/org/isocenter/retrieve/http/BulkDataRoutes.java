/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.retrieve.content.BulkDataPath;
import org.isocenter.retrieve.content.BulkItem;
import org.isocenter.retrieve.content.BulkItems;
import org.isocenter.retrieve.content.EncapsulatedDocument;
import org.isocenter.retrieve.find.RecentInstances;
import org.isocenter.retrieve.media.FrameNegotiation;
import org.isocenter.retrieve.media.Offers;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Single bulk values, under the addresses that metadata give (PS3.18 10.4.1.1.5). */
@ApplicationScoped
public class BulkDataRoutes {

    private static final String SEGMENT = "/bulkdata/";

    private final RecentInstances instances;
    private final BulkItems items;
    private final FrameRoutes frames;
    private final ExchangeRunner runner;

    /** Of the instances that are found; encapsulated pixel data go out as frames. */
    public BulkDataRoutes(RecentInstances instances, BulkItems items, FrameRoutes frames, ExchangeRunner runner) {
        this.instances = instances;
        this.items = items;
        this.frames = frames;
        this.runner = runner;
    }

    /** Answers with a value. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/bulkdata/*",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void bulkData(RoutingContext context) {
        runner.run(context, exchange -> {
            String path = context.normalizedPath();
            send(
                    exchange,
                    instances.instance(exchange.instanceUids()),
                    BulkDataPath.parse(path.substring(path.indexOf(SEGMENT) + SEGMENT.length())));
        });
    }

    private void send(Exchange exchange, StoredInstance instance, List<Integer> path) throws IOException {
        Attributes attributes = instance.decodeAttributes();
        BulkDataPath.Found found = BulkDataPath.find(attributes, path);
        if (BulkItems.isFrames(path, found.value())) {
            frames.sendAll(exchange, instance);
            return;
        }
        String location = exchange.instanceUrl(instance.uids()) + BulkDataPath.of(path);
        BulkItem item = items.item(instance, location, found.vr(), found.value());
        EntityTag.Builder tag =
                EntityTag.of("bulkdata").with(instance.digest().hex()).with(location);
        Optional<EncapsulatedDocument> document = EncapsulatedDocument.of(attributes, path, item.content());
        if (document.isPresent() && document.get().isWanted(exchange.acceptance(), item.syntax())) {
            sendDocument(exchange, document.get(), location, tag);
            return;
        }
        FrameNegotiation negotiation = exchange.negotiate(item.syntax(), true)
                .orElseThrow(() -> Problem.notAcceptable(Offers.ofFrames(Set.of(item.syntax()), true))
                        .toException());
        if (exchange.isAnswered(tag.with(negotiation.partType())
                .with(negotiation.multipart() ? "multipart" : "single")
                .build())) {
            return;
        }
        Part part = new Part(negotiation.partType(), location, item.content());
        if (negotiation.multipart()) {
            exchange.sendMultipart(200, negotiation.mediaType(), List.of(part));
        } else {
            exchange.send(part);
        }
    }

    private static void sendDocument(
            Exchange exchange, EncapsulatedDocument document, String location, EntityTag.Builder tag)
            throws IOException {
        // what somebody stored is shown as what it says it is, and as nothing else
        exchange.with("X-Content-Type-Options", "nosniff");
        if (!exchange.isAnswered(tag.with(document.mediaType()).build())) {
            exchange.send(new Part(document.mediaType(), location, document.content()));
        }
    }
}
