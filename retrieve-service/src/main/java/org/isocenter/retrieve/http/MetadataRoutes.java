/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.CorrectionStore;
import org.isocenter.archive.correction.StudyCorrections;
import org.isocenter.archive.model.InstanceAttributes;
import org.isocenter.archive.model.InstanceFacts;
import org.isocenter.archive.model.InstanceUids;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
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

    /** Hands over their data sets as they go out. */
    @FunctionalInterface
    private interface CorrectedSource {
        void forEach(BiConsumer<InstanceUids, Attributes> action);
    }

    /** Answers for a study. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/metadata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void study(RoutingContext context) {
        runner.run(context, exchange -> {
            String studyInstanceUid = exchange.uid("study");
            CompletionStage<StudyCorrections> corrected = finder.corrections(studyInstanceUid);
            List<SeriesKey> all = finder.seriesOfStudy(studyInstanceUid).stream()
                    .map(seriesInstanceUid -> new SeriesKey(studyInstanceUid, seriesInstanceUid))
                    .toList();
            send(exchange, all, corrected, action -> finder.forEachOfStudy(studyInstanceUid, action));
        });
    }

    /** Answers for a series. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/metadata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void series(RoutingContext context) {
        runner.run(context, exchange -> {
            SeriesKey series = exchange.seriesKey();
            CompletionStage<StudyCorrections> corrected = finder.corrections(series.studyInstanceUid());
            send(exchange, List.of(series), corrected, action -> finder.forEachOfSeries(series, action));
        });
    }

    private void send(
            Exchange exchange, List<SeriesKey> all, CompletionStage<StudyCorrections> corrected, Source source)
            throws IOException {
        Map<SeriesKey, List<InstanceFacts>> facts = new LinkedHashMap<>();
        all.forEach(series -> facts.put(series, finder.facts(series)));
        StudyCorrections corrections = CorrectionStore.await(corrected);
        MetadataVersion version = new MetadataVersion();
        facts.forEach((series, instances) -> {
            for (InstanceFacts each : instances) {
                version.add(each.sopInstanceUid(), each.digest(), each.storedAt());
                version.addCorrections(corrections
                        .of(new InstanceUids(
                                series.studyInstanceUid(), series.seriesInstanceUid(), each.sopInstanceUid()))
                        .version());
            }
        });
        send(exchange, version, corrections, source);
    }

    /** Answers for an instance. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/metadata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void instance(RoutingContext context) {
        runner.run(context, exchange -> {
            InstanceUids uids = exchange.instanceUids();
            CompletionStage<StudyCorrections> corrected = finder.corrections(uids.studyInstanceUid());
            StoredInstance instance = finder.instance(uids);
            StudyCorrections corrections = CorrectionStore.await(corrected);
            MetadataVersion version = new MetadataVersion();
            version.add(uids.sopInstanceUid(), instance.digest(), instance.storedAt());
            version.addCorrections(corrections.of(uids).version());
            send(exchange, version, corrections, action -> action.accept(instance.dataset()));
        });
    }

    private void send(Exchange exchange, MetadataVersion version, StudyCorrections corrections, Source source)
            throws IOException {
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
            sendJson(exchange, chosen.essence(), isCompressed, corrected(source, corrections));
        } else {
            boolean isSingle = chosen.essence().equals(DicomWeb.DICOM_XML) && version.count() == 1;
            sendXml(exchange, isSingle, corrected(source, corrections));
        }
    }

    /** Data sets with their corrections. */
    private static CorrectedSource corrected(Source source, StudyCorrections corrections) {
        return action -> source.forEach(instance ->
                action.accept(instance.uids(), corrections.of(instance.uids()).apply(instance.decode())));
    }

    private static void sendJson(Exchange exchange, String mediaType, boolean isCompressed, CorrectedSource source)
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

    private static void sendXml(Exchange exchange, boolean isSingle, CorrectedSource source) throws IOException {
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
