/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.BulkItems;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.find.InstanceSelection;
import org.isocenter.retrieve.media.InstanceNegotiation;
import org.isocenter.retrieve.media.Offers;
import org.isocenter.retrieve.media.WantedSyntaxes;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Whole instances of a study, of a series, or one (PS3.18 10.4.1.1.1). */
@ApplicationScoped
public class InstanceRoutes {

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;

    /** After resources with a name in place of a UID, as /studies/count; before what serves the resources of searches. */
    private static final int AFTER_NAMED = 5_000;

    private final InstanceFinder finder;
    private final InstanceSource source;
    private final ManyBulkDataRoutes bulkData;
    private final ExchangeRunner runner;

    /** Of what the finder finds; who asks for bulk data by their media type gets those. */
    public InstanceRoutes(
            InstanceFinder finder, InstanceSource source, ManyBulkDataRoutes bulkData, ExchangeRunner runner) {
        this.finder = finder;
        this.source = source;
        this.bulkData = bulkData;
        this.runner = runner;
    }

    /** Answers for a study. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study",
            order = AFTER_NAMED,
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void study(RoutingContext context) {
        runner.run(context, exchange -> send(exchange, finder.study(exchange.uid("study"))));
    }

    /** Answers for a series. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series",
            order = AFTER_NAMED,
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void series(RoutingContext context) {
        runner.run(context, exchange -> send(exchange, finder.series(exchange.seriesKey())));
    }

    /** Answers for an instance. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance",
            order = AFTER_NAMED,
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void instance(RoutingContext context) {
        runner.run(context, exchange -> send(exchange, finder.selection(exchange.instanceUids())));
    }

    private void send(Exchange exchange, InstanceSelection instances) throws IOException {
        Collection<TransferSyntax> stored = instances.transferSyntaxes();
        boolean isOne = instances.objects().size() == 1;
        InstanceNegotiation negotiation = InstanceNegotiation.of(exchange.acceptance(), stored, isOne)
                .orElseThrow(() -> notAcceptable(instances));
        switch (negotiation.framing()) {
            case MULTIPART, SINGLE -> sendFiles(exchange, instances, negotiation);
            case ZIP -> sendZip(exchange, instances, negotiation.syntaxes());
            case BULK_DATA -> bulkData.send(exchange, instances, BulkItems.Selection.ALL);
        }
    }

    /** Answers with one instance as the body. */
    void sendOne(Exchange exchange, StoredInstance instance, WantedSyntaxes syntaxes) throws IOException {
        InstanceNegotiation negotiation = new InstanceNegotiation(InstanceNegotiation.Framing.SINGLE, syntaxes);
        sendFiles(exchange, finder.selection(instance), negotiation);
    }

    private void sendFiles(Exchange exchange, InstanceSelection instances, InstanceNegotiation negotiation)
            throws IOException {
        EntityTag.Builder tag = EntityTag.of(negotiation.framing().name());
        if (negotiation.framing() == InstanceNegotiation.Framing.MULTIPART) {
            tag.with(exchange.dicomWebUrl());
        }
        List<Part> parts = new ArrayList<>();
        for (InstanceObject instance : instances.objects()) {
            Optional<TransferSyntax> syntax = select(negotiation.syntaxes(), instance);
            syntax.ifPresent(given -> {
                tag.with(instance.uids().sopInstanceUid())
                        .with(instance.digest().hex())
                        .with(given.uid());
                if (!instance.corrections().isEmpty()) {
                    tag.with(instance.corrections().version());
                }
                parts.add(new Part(
                        DicomWeb.DICOM + "; transfer-syntax=" + given.uid(),
                        exchange.instanceUrl(instance.uids()),
                        source.file(instance, given)));
            });
        }
        if (parts.isEmpty()) {
            throw notAcceptable(instances);
        }
        if (exchange.isAnswered(tag.build())) {
            return;
        }
        if (negotiation.framing() == InstanceNegotiation.Framing.MULTIPART) {
            exchange.sendMultipart(status(instances, parts.size()), DicomWeb.DICOM, parts);
        } else {
            exchange.send(parts.get(0));
        }
    }

    /** PS3.18 10.4.3.2: 206 if some of them cannot be given as the client wants them. */
    private static int status(InstanceSelection instances, long given) {
        return given == instances.objects().size() ? OK : PARTIAL_CONTENT;
    }

    private Optional<TransferSyntax> select(WantedSyntaxes syntaxes, InstanceObject instance) {
        return syntaxes.select(instance.transferSyntax(), each -> source.canGive(instance, each));
    }

    private static RuntimeException notAcceptable(InstanceSelection instances) {
        boolean isOne = instances.objects().size() == 1;
        return Problem.notAcceptable(Offers.ofInstances(instances.transferSyntaxes(), isOne))
                .toException();
    }

    private void sendZip(Exchange exchange, InstanceSelection instances, WantedSyntaxes syntaxes) throws IOException {
        long given = instances.objects().stream()
                .filter(each -> select(syntaxes, each).isPresent())
                .count();
        if (given == 0) {
            throw notAcceptable(instances);
        }
        boolean withDirectory =
                exchange.query("dicomdir").filter("true"::equalsIgnoreCase).isPresent();
        String name = exchange.url().substring(exchange.url().lastIndexOf('/') + 1);
        exchange.with("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
        try (InstanceSelection.InstanceRows rows = instances.rows()) {
            exchange.sendStream(status(instances, given), DicomWeb.ZIP, (out, executor) -> new ZipAnswer(
                            source, syntaxes, instances::corrections, withDirectory)
                    .write(rows, out, executor));
        }
    }
}
