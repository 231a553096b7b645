/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.SeriesKey;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.find.RecentInstances;
import org.isocenter.retrieve.picture.Representatives;
import org.isocenter.service.http.DicomWeb;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** What is stored as pictures and documents (PS3.18 10.4.1.1.3). */
@ApplicationScoped
public class RenderedRoutes {

    private final InstanceFinder finder;
    private final RecentInstances instances;
    private final Representatives representatives;
    private final RenderedInstance rendered;
    private final RenderedInstances many;
    private final ExchangeRunner runner;

    /** Of the instances that are found. */
    public RenderedRoutes(
            InstanceFinder finder,
            RecentInstances instances,
            Representatives representatives,
            RenderedInstance rendered,
            RenderedInstances many,
            ExchangeRunner runner) {
        this.finder = finder;
        this.instances = instances;
        this.representatives = representatives;
        this.rendered = rendered;
        this.many = many;
        this.runner = runner;
    }

    /** Answers for a study. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/rendered",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void study(RoutingContext context) {
        runner.run(context, exchange -> {
            String study = exchange.uid("study");
            many.send(exchange, finder.study(study), () -> representatives.ofStudy(study));
        });
    }

    /** Answers for a series. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/rendered",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void series(RoutingContext context) {
        runner.run(context, exchange -> {
            SeriesKey series = exchange.seriesKey();
            many.send(exchange, finder.series(series), () -> representatives.ofSeries(series));
        });
    }

    /** Answers for an instance. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/rendered",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void instance(RoutingContext context) {
        runner.run(
                context,
                exchange -> send(
                        exchange, instance -> rendered.send(exchange, instance, RenderingQuery.options(exchange))));
    }

    /** Answers for a list of frames. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/frames/:frames/rendered",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void frames(RoutingContext context) {
        runner.run(context, exchange -> {
            List<Integer> numbers = FrameList.parse(exchange.parameter("frames"));
            send(
                    exchange,
                    instance -> rendered.sendFrames(exchange, instance, numbers, RenderingQuery.options(exchange)));
        });
    }

    @FunctionalInterface
    private interface Answer {
        void send(StoredInstance instance) throws IOException;
    }

    private void send(Exchange exchange, Answer answer) throws IOException {
        StoredInstance instance = instances.instance(exchange.instanceUids());
        try {
            answer.send(instance);
        } catch (ArchiveException e) {
            if (e.code() == ErrorCode.OBJECT_DAMAGED || e.code() == ErrorCode.NOT_FOUND) {
                instances.forget(instance.uids());
            }
            throw e;
        }
    }
}
