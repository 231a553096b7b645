/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Data sets without their bulk values (PS3.18 10.4.1.1.2), from the rows alone: no object is read. */
@ApplicationScoped
public class MetadataRoutes {

    private static final List<MediaRange> OFFERS = List.of(
            MediaRange.parse(DicomWeb.DICOM_JSON),
            MediaRange.parse(DicomWeb.JSON),
            MediaRange.parse("multipart/related; type=\"application/dicom+xml\""),
            MediaRange.parse(DicomWeb.DICOM_XML));

    private final InstanceFinder finder;
    private final ExchangeRunner runner;

    /** Of what the finder finds. */
    public MetadataRoutes(InstanceFinder finder, ExchangeRunner runner) {
        this.finder = finder;
        this.runner = runner;
    }

    /** Hands over the instances that a request names. */
    @FunctionalInterface
    private interface Source {
        void forEach(Consumer<InstanceAttributes> action);
    }

    /** Answers for a study. */
    @Route(path = DicomWeb.ROOT + "/studies/:study/metadata", methods = Route.HttpMethod.GET)
    void study(RoutingContext context) {
        runner.run(context, exchange -> {
            String studyInstanceUid = exchange.uid("study");
            send(exchange, action -> finder.forEachOfStudy(studyInstanceUid, action));
        });
    }

    /** Answers for a series. */
    @Route(path = DicomWeb.ROOT + "/studies/:study/series/:series/metadata", methods = Route.HttpMethod.GET)
    void series(RoutingContext context) {
        runner.run(context, exchange -> send(exchange, action -> finder.forEachOfSeries(exchange.seriesKey(), action)));
    }

    /** Answers for an instance. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/metadata",
            methods = Route.HttpMethod.GET)
    void instance(RoutingContext context) {
        runner.run(
                context,
                exchange -> send(
                        exchange,
                        action -> action.accept(
                                finder.instance(exchange.instanceUids()).dataset())));
    }

    private void send(Exchange exchange, Source source) throws IOException {
        MediaRange chosen = exchange.acceptance().choose(OFFERS).orElseThrow(() -> Problem.of(
                        406, "Metadata are given as application/dicom+json or as multipart/related of XML.")
                .toException());
        switch (chosen.essence()) {
            case DicomWeb.DICOM_JSON, DicomWeb.JSON -> sendJson(exchange, chosen.essence(), source);
            default -> sendXml(exchange, chosen.essence(), source);
        }
    }

    private void sendJson(Exchange exchange, String mediaType, Source source) throws IOException {
        try (MetadataJson json = new MetadataJson(exchange, mediaType)) {
            source.forEach(json);
            json.finish();
        }
    }

    private void sendXml(Exchange exchange, String essence, Source source) throws IOException {
        try (MetadataXml xml = new MetadataXml(exchange, essence.equals(DicomWeb.DICOM_XML))) {
            source.forEach(xml);
            xml.finish();
        }
    }
}
