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
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;
import org.isocenter.service.multipart.MultipartWriter;

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
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/metadata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void study(RoutingContext context) {
        runner.run(context, exchange -> {
            String studyInstanceUid = exchange.uid("study");
            MetadataVersion version = new MetadataVersion();
            for (String seriesInstanceUid : finder.seriesOfStudy(studyInstanceUid)) {
                add(version, new SeriesKey(studyInstanceUid, seriesInstanceUid));
            }
            send(exchange, version, action -> finder.forEachOfStudy(studyInstanceUid, action));
        });
    }

    /** Answers for a series. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/metadata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void series(RoutingContext context) {
        runner.run(context, exchange -> {
            SeriesKey series = exchange.seriesKey();
            MetadataVersion version = new MetadataVersion();
            add(version, series);
            send(exchange, version, action -> finder.forEachOfSeries(series, action));
        });
    }

    private void add(MetadataVersion version, SeriesKey series) {
        for (InstanceFacts each : finder.facts(series)) {
            version.add(each.sopInstanceUid(), each.digest(), each.storedAt());
        }
    }

    /** Answers for an instance. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/metadata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void instance(RoutingContext context) {
        runner.run(context, exchange -> {
            StoredInstance instance = finder.instance(exchange.instanceUids());
            MetadataVersion version = new MetadataVersion();
            version.add(instance.uids().sopInstanceUid(), instance.digest(), instance.storedAt());
            send(exchange, version, action -> action.accept(instance.dataset()));
        });
    }

    private void send(Exchange exchange, MetadataVersion version, Source source) throws IOException {
        MediaRange chosen = exchange.acceptance().choose(OFFERS).orElseThrow(() -> Problem.notAcceptable(
                        OFFERS.stream().map(MediaRange::toString).toList())
                .toException());
        if (version.count() == 0) {
            throw InstanceFinder.notFound("There are no such instances.");
        }
        boolean isJson =
                chosen.essence().equals(DicomWeb.DICOM_JSON) || chosen.essence().equals(DicomWeb.JSON);
        boolean isCompressed = isJson && ContentCodings.acceptsGzip(exchange.headers("Accept-Encoding"));
        exchange.varyBy("Accept-Encoding");
        if (exchange.isAnswered(version.tag(chosen + (isCompressed ? " gzip" : ""), exchange.dicomWebUrl()))) {
            return;
        }
        exchange.with("Content-Location", exchange.url());
        if (isJson) {
            sendJson(exchange, chosen.essence(), isCompressed, source);
        } else {
            sendXml(exchange, chosen.essence().equals(DicomWeb.DICOM_XML) && version.count() == 1, source);
        }
    }

    private static void sendJson(Exchange exchange, String mediaType, boolean isCompressed, Source source)
            throws IOException {
        if (isCompressed) {
            exchange.with("Content-Encoding", "gzip");
        }
        if (exchange.isHead()) {
            exchange.sendHead(mediaType);
            return;
        }
        try (MetadataJson json = new MetadataJson(exchange, mediaType, isCompressed)) {
            source.forEach(json);
            json.finish();
        }
    }

    private static void sendXml(Exchange exchange, boolean isSingle, Source source) throws IOException {
        if (exchange.isHead() && !isSingle) {
            exchange.sendHead(MultipartWriter.contentType(DicomWeb.DICOM_XML, exchange.boundary()));
            return;
        }
        try (MetadataXml xml = new MetadataXml(exchange, isSingle)) {
            source.forEach(xml);
            xml.finish();
        }
    }
}
