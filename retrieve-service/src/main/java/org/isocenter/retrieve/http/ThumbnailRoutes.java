/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.render.Viewport;
import org.isocenter.retrieve.content.BytesContent;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.find.RecentInstances;
import org.isocenter.retrieve.media.RenderedKind;
import org.isocenter.retrieve.picture.ImageSource;
import org.isocenter.retrieve.picture.KeptThumbnails;
import org.isocenter.retrieve.picture.PresentedImage;
import org.isocenter.retrieve.picture.Representatives;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.MediaRange;
import org.isocenter.service.http.Problem;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Small pictures that stand for studies, series, instances and frames (PS3.18 10.4.1.1.4). */
@ApplicationScoped
public class ThumbnailRoutes {

    private static final String JPEG = "image/jpeg";

    private final RecentInstances instances;
    private final Representatives representatives;
    private final PresentedImage presented;
    private final KeptThumbnails thumbnails;
    private final ExchangeRunner runner;

    /** Of the instances that are found. */
    public ThumbnailRoutes(
            RecentInstances instances,
            Representatives representatives,
            PresentedImage presented,
            KeptThumbnails thumbnails,
            ExchangeRunner runner) {
        this.instances = instances;
        this.representatives = representatives;
        this.presented = presented;
        this.thumbnails = thumbnails;
        this.runner = runner;
    }

    /** Answers for a study. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/thumbnail",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void study(RoutingContext context) {
        runner.run(context, exchange -> {
            ImageSource image = representatives.ofStudy(exchange.uid("study"));
            send(exchange, image, image.middleFrame());
        });
    }

    /** Answers for a series. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/thumbnail",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void series(RoutingContext context) {
        runner.run(context, exchange -> {
            ImageSource image = representatives.ofSeries(exchange.seriesKey());
            send(exchange, image, image.middleFrame());
        });
    }

    /** Answers for an instance. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/thumbnail",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void instance(RoutingContext context) {
        runner.run(context, exchange -> {
            StoredInstance instance = instances.instance(exchange.instanceUids());
            Attributes attributes = instance.decodeAttributes();
            switch (RenderedKind.of(instance, attributes)) {
                case IMAGE -> {
                    ImageSource image = ImageSource.of(instance, attributes);
                    send(exchange, image, image.middleFrame());
                }
                case PRESENTATION_STATE -> {
                    PresentedImage.PresentedFrame frame = presented.of(instance, attributes);
                    send(exchange, frame.image(), frame.frameNumber());
                }
                case REPORT, DOCUMENT, NOTHING -> throw InstanceFinder.notFound("The instance has no image.");
            }
        });
    }

    /** Answers for frames: the first of them stands for all. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/frames/:frames/thumbnail",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void frames(RoutingContext context) {
        runner.run(context, exchange -> {
            int number = FrameList.parse(exchange.parameter("frames")).get(0);
            StoredInstance instance = instances.instance(exchange.instanceUids());
            Attributes attributes = instance.decodeAttributes();
            if (RenderedKind.of(instance, attributes) != RenderedKind.IMAGE) {
                throw InstanceFinder.notFound("The instance has no frames.");
            }
            send(exchange, ImageSource.of(instance, attributes), number);
        });
    }

    private void send(Exchange exchange, ImageSource image, int frameNumber) throws IOException {
        Optional<Viewport> viewport = RenderingQuery.thumbnail(exchange);
        if (exchange.acceptance().choose(List.of(MediaRange.parse(JPEG))).isEmpty()) {
            throw Problem.notAcceptable(List.of(JPEG)).toException();
        }
        String url = exchange.instanceUrl(image.instance().uids()) + "/frames/" + frameNumber + "/thumbnail";
        EntityTag tag = EntityTag.of("thumbnail")
                .with(image.instance().digest().hex())
                .with(Integer.toString(frameNumber))
                .with(viewport.toString())
                .build();
        if (!exchange.isAnswered(tag)) {
            byte[] thumbnail = thumbnails.of(image, frameNumber, viewport);
            exchange.send(new Part(JPEG, exchange.withQuery(url), new BytesContent(thumbnail)));
        }
    }
}
