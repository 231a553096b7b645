/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.find.RecentInstances;
import org.isocenter.retrieve.media.RenderedKind;
import org.isocenter.retrieve.media.UriMediaTypes;
import org.isocenter.retrieve.media.WantedCharsets;
import org.isocenter.retrieve.media.WantedSyntaxes;
import org.isocenter.retrieve.picture.ImageSource;
import org.isocenter.retrieve.transcode.RecodedFrames;
import org.isocenter.service.http.Acceptance;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** WADO-URI (PS3.18 9): one instance, or a frame of it, by parameters; answered with what WADO-RS answers with. */
@ApplicationScoped
public class UriRoutes {

    private static final String PATH = "/wado";
    private static final String CONTENT_TYPE = "contentType";
    private static final String VIDEO = "video/";

    private final RecentInstances instances;
    private final InstanceRoutes files;
    private final FrameRoutes frames;
    private final RenderedInstance rendered;
    private final ExchangeRunner runner;

    /** Of the instances that are found. */
    public UriRoutes(
            RecentInstances instances,
            InstanceRoutes files,
            FrameRoutes frames,
            RenderedInstance rendered,
            ExchangeRunner runner) {
        this.instances = instances;
        this.files = files;
        this.frames = frames;
        this.rendered = rendered;
        this.runner = runner;
    }

    /** Answers for an instance, where viewers look for it. */
    @Route(
            path = PATH,
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void wado(RoutingContext context) {
        runner.run(context, this::answer);
    }

    /** The same below the root of DICOMweb, where proxies let nothing else through. */
    @Route(
            path = DicomWeb.ROOT + PATH,
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void wadoBelowRoot(RoutingContext context) {
        wado(context);
    }

    /**
     * An instance that is asked for.
     *
     * @param isOneFrame whether it has but one frame, or one of its frames is asked for
     */
    private record Asked(
            UriRequest request, StoredInstance instance, Attributes attributes, RenderedKind kind, boolean isOneFrame) {

        static Asked of(UriRequest request, StoredInstance instance) {
            Attributes attributes = instance.decodeAttributes();
            RenderedKind kind = RenderedKind.of(instance, attributes);
            boolean isOneFrame = kind == RenderedKind.IMAGE
                    && (request.frameNumber().isPresent()
                            || !TransferSyntax.of(instance.transferSyntaxUid()).isVideo()
                                    && ImageSource.of(instance, attributes).frames() <= 1);
            return new Asked(request, instance, attributes, kind, isOneFrame);
        }

        TransferSyntax stored() {
            return TransferSyntax.of(instance.transferSyntaxUid());
        }
    }

    private void answer(Exchange exchange) throws IOException {
        UriRequest request = UriRequest.of(exchange.queryParameters());
        StoredInstance instance = instances.instance(request.uids());
        try {
            answer(exchange, Asked.of(request, instance));
        } catch (ArchiveException e) {
            if (e.code() == ErrorCode.OBJECT_DAMAGED || e.code() == ErrorCode.NOT_FOUND) {
                instances.forget(instance.uids());
            }
            throw e;
        }
    }

    private void answer(Exchange exchange, Asked asked) throws IOException {
        Acceptance acceptance = acceptance(exchange);
        UriMediaTypes possible = UriMediaTypes.of(asked.kind(), asked.stored(), asked.isOneFrame());
        String chosen = possible.choose(acceptance)
                .orElseThrow(() -> Problem.notAcceptable(possible.offers()).toException());
        if (chosen.equals(DicomWeb.DICOM)) {
            files.sendOne(exchange, asked.instance(), syntaxes(asked, acceptance));
            return;
        }
        exchange.settleOn(chosen);
        if (chosen.startsWith(VIDEO)) {
            frames.send(exchange, asked.instance(), List.of(1));
        } else {
            sendRendered(exchange, asked);
        }
    }

    /** PS3.18 9.4.1.1: the parameter decides, and the header only where it is left out. */
    private static Acceptance acceptance(Exchange exchange) {
        List<String> wanted = exchange.queryParameters().getOrDefault(CONTENT_TYPE, List.of()).stream()
                .filter(each -> !each.isBlank())
                .toList();
        return wanted.isEmpty() ? exchange.acceptance() : Acceptance.of(wanted, List.of());
    }

    /** What is wanted where it can be had; the default where it cannot. */
    private static WantedSyntaxes syntaxes(Asked asked, Acceptance acceptance) {
        Optional<String> named = acceptance.ranges().stream()
                .filter(range -> range.essence().equals(DicomWeb.DICOM))
                .findFirst()
                .flatMap(range -> range.parameter("transfer-syntax"));
        return asked.request()
                .transferSyntax()
                .or(() -> named)
                .map(each -> new WantedSyntaxes(List.of(each)))
                .filter(each -> each.select(asked.stored(), syntax -> RecodedFrames.haveRoom(asked.instance(), syntax))
                        .isPresent())
                .orElse(new WantedSyntaxes(List.of(WantedSyntaxes.UNSAID)));
    }

    private void sendRendered(Exchange exchange, Asked asked) throws IOException {
        RenderOptions options = RenderingQuery.uriOptions(exchange);
        switch (asked.kind()) {
            case IMAGE -> sendImage(exchange, asked, options);
            case REPORT -> {
                if (!WantedCharsets.takeUtf8(exchange.queryParameters().getOrDefault("charset", List.of()))) {
                    throw Problem.notAcceptable(List.of("text/html; charset=utf-8", "text/plain; charset=utf-8"))
                            .toException();
                }
                rendered.send(exchange, asked.instance(), options);
            }
            case PRESENTATION_STATE, DOCUMENT, NOTHING -> rendered.send(exchange, asked.instance(), options);
        }
    }

    private void sendImage(Exchange exchange, Asked asked, RenderOptions options) throws IOException {
        UriRequest request = asked.request();
        if (request.frameNumber().isEmpty() && request.presentationState().isEmpty()) {
            rendered.send(exchange, asked.instance(), options);
            return;
        }
        ImageSource image = new ImageSource(
                asked.instance(),
                asked.attributes(),
                request.presentationState().map(uids -> presentationState(instances.instance(uids))));
        rendered.sendFrames(exchange, image, List.of(request.frameNumber().orElse(1)), options);
    }

    private static ImageSource.PresentationSource presentationState(StoredInstance state) {
        Attributes attributes = state.decodeAttributes();
        if (RenderedKind.of(state, attributes) != RenderedKind.PRESENTATION_STATE) {
            throw Problem.of(400, "The parameter presentationUID has to name a presentation state.")
                    .withCode(ErrorCode.BAD_REQUEST.name())
                    .toException();
        }
        return new ImageSource.PresentationSource(state, attributes);
    }
}
