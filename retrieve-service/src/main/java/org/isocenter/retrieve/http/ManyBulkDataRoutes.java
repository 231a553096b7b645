/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.retrieve.content.BulkItems;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.find.InstanceSelection;
import org.isocenter.service.http.DicomWeb;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** All bulk values, or all pixel data, of a study, a series or an instance (PS3.18 10.4.1.1.5, 10.4.1.1.6). */
@ApplicationScoped
public class ManyBulkDataRoutes {

    private static final String STUDY = DicomWeb.ROOT + "/studies/:study";
    private static final String SERIES = STUDY + "/series/:series";
    private static final String INSTANCE = SERIES + "/instances/:instance";

    private final InstanceFinder finder;
    private final BulkItems items;
    private final ExchangeRunner runner;

    /** Of what the finder finds. */
    public ManyBulkDataRoutes(InstanceFinder finder, BulkItems items, ExchangeRunner runner) {
        this.finder = finder;
        this.items = items;
        this.runner = runner;
    }

    /** Answers with all bulk values of a study. */
    @Route(
            path = STUDY + "/bulkdata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void bulkDataOfStudy(RoutingContext context) {
        runner.run(context, exchange -> sendStudy(exchange, BulkItems.Selection.ALL));
    }

    /** Answers with all bulk values of a series. */
    @Route(
            path = SERIES + "/bulkdata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void bulkDataOfSeries(RoutingContext context) {
        runner.run(context, exchange -> sendSeries(exchange, BulkItems.Selection.ALL));
    }

    /** Answers with all bulk values of an instance. */
    @Route(
            path = INSTANCE + "/bulkdata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void bulkDataOfInstance(RoutingContext context) {
        runner.run(context, exchange -> sendInstance(exchange, BulkItems.Selection.ALL));
    }

    /** Answers with the pixel data of a study. */
    @Route(
            path = STUDY + "/pixeldata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void pixelDataOfStudy(RoutingContext context) {
        runner.run(context, exchange -> sendStudy(exchange, BulkItems.Selection.PIXEL_DATA));
    }

    /** Answers with the pixel data of a series. */
    @Route(
            path = SERIES + "/pixeldata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void pixelDataOfSeries(RoutingContext context) {
        runner.run(context, exchange -> sendSeries(exchange, BulkItems.Selection.PIXEL_DATA));
    }

    /** Answers with the pixel data of an instance. */
    @Route(
            path = INSTANCE + "/pixeldata",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void pixelDataOfInstance(RoutingContext context) {
        runner.run(context, exchange -> sendInstance(exchange, BulkItems.Selection.PIXEL_DATA));
    }

    private void sendStudy(Exchange exchange, BulkItems.Selection selection) throws IOException {
        send(exchange, finder.study(exchange.uid("study")), selection);
    }

    private void sendSeries(Exchange exchange, BulkItems.Selection selection) throws IOException {
        send(exchange, finder.series(exchange.seriesKey()), selection);
    }

    private void sendInstance(Exchange exchange, BulkItems.Selection selection) throws IOException {
        StoredInstance instance = finder.instance(exchange.instanceUids());
        new BulkDataAnswer(exchange, items, selection).send(instance);
    }

    /** Answers with all bulk values of what was selected, whatever the path. */
    void send(Exchange exchange, InstanceSelection instances, BulkItems.Selection selection) throws IOException {
        new BulkDataAnswer(exchange, items, selection).send(instances);
    }
}
