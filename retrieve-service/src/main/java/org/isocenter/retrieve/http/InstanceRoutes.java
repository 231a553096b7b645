/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.InstanceSource;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.media.InstanceNegotiation;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Whole instances of a study, of a series, or one (PS3.18 10.4.1.1.1). */
@ApplicationScoped
public class InstanceRoutes {

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;

    private final InstanceFinder finder;
    private final InstanceSource source;
    private final ExchangeRunner runner;

    /** Of what the finder finds. */
    public InstanceRoutes(InstanceFinder finder, InstanceSource source, ExchangeRunner runner) {
        this.finder = finder;
        this.source = source;
        this.runner = runner;
    }

    /** Answers for a study. */
    @Route(path = DicomWeb.ROOT + "/studies/:study", methods = Route.HttpMethod.GET)
    void study(RoutingContext context) {
        runner.run(context, exchange -> send(exchange, finder.objectsOfStudy(exchange.uid("study")), "study"));
    }

    /** Answers for a series. */
    @Route(path = DicomWeb.ROOT + "/studies/:study/series/:series", methods = Route.HttpMethod.GET)
    void series(RoutingContext context) {
        runner.run(context, exchange -> send(exchange, finder.objectsOfSeries(exchange.seriesKey()), "series"));
    }

    /** Answers for an instance. */
    @Route(path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance", methods = Route.HttpMethod.GET)
    void instance(RoutingContext context) {
        runner.run(
                context,
                exchange -> send(
                        exchange, List.of(InstanceObject.of(finder.instance(exchange.instanceUids()))), "instance"));
    }

    private void send(Exchange exchange, List<InstanceObject> instances, String what) throws IOException {
        if (instances.isEmpty()) {
            throw InstanceFinder.notFound("There is no such " + what + ".");
        }
        InstanceNegotiation negotiation = InstanceNegotiation.of(exchange.acceptance(), instances.size() == 1)
                .orElseThrow(
                        () -> Problem.of(406, "Instances are given as multipart/related; type=\"application/dicom\".")
                                .toException());
        List<Part> parts = new ArrayList<>();
        for (InstanceObject instance : instances) {
            Optional<TransferSyntax> syntax = negotiation.syntaxes().select(instance.transferSyntax());
            syntax.ifPresent(given ->
                    parts.add(new Part(Map.of("Content-Type", contentType(given)), source.file(instance, given))));
        }
        if (parts.isEmpty()) {
            throw Problem.of(406, "The instances cannot be given in a transfer syntax that is accepted.")
                    .toException();
        }
        // PS3.18 10.4.3.2: some of them cannot be given as the client wants them
        int status = parts.size() < instances.size() ? PARTIAL_CONTENT : OK;
        if (negotiation.multipart()) {
            exchange.sendMultipart(status, DicomWeb.DICOM, parts);
        } else {
            Part only = parts.get(0);
            exchange.send(status, only.headers().get("Content-Type"), only.content());
        }
    }

    private static String contentType(TransferSyntax syntax) {
        return DicomWeb.DICOM + "; transfer-syntax=" + syntax.uid();
    }
}
