/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.content.FrameSource;
import org.isocenter.retrieve.find.RecentInstances;
import org.isocenter.retrieve.media.FrameNegotiation;
import org.isocenter.retrieve.media.Offers;
import org.isocenter.retrieve.transcode.RecodedFrames;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Frames of an instance (PS3.18 10.4.1.1.6). */
@ApplicationScoped
public class FrameRoutes {

    private final RecentInstances instances;
    private final FrameSource source;
    private final RecodedFrames recoded;
    private final ExchangeRunner runner;

    /** Of the instances that are found. */
    public FrameRoutes(RecentInstances instances, FrameSource source, RecodedFrames recoded, ExchangeRunner runner) {
        this.instances = instances;
        this.source = source;
        this.recoded = recoded;
        this.runner = runner;
    }

    /** Answers for a list of frames. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/frames/:frames",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD})
    void frames(RoutingContext context) {
        runner.run(context, this::quick, exchange -> {
            List<Integer> numbers = FrameList.parse(exchange.parameter("frames"));
            send(exchange, instances.instance(exchange.instanceUids()), numbers);
        });
    }

    /** A single frame of an instance that is remembered, which the kernel sends out of a local file. */
    private Optional<ExchangeRunner.Handler> quick(Exchange exchange) {
        OptionalInt number = FrameList.single(exchange.parameter("frames"));
        if (number.isEmpty() || !exchange.sendsFiles()) {
            return Optional.empty();
        }
        return exchange.findInstanceUids()
                .flatMap(instances::remembered)
                .filter(instance -> source.isQuick(instance, number.getAsInt()))
                .filter(instance -> goesOutAsStored(exchange, instance))
                .map(instance -> each -> send(each, instance, List.of(number.getAsInt())));
    }

    /** What is encoded anew takes long, and waits for memory: not on the event loop. */
    private static boolean goesOutAsStored(Exchange exchange, StoredInstance instance) {
        return exchange.negotiate(TransferSyntax.of(instance.transferSyntaxUid()), true)
                .isPresent();
    }

    /** Answers with every frame. */
    void sendAll(Exchange exchange, StoredInstance instance) throws IOException {
        send(
                exchange,
                instance,
                IntStream.rangeClosed(1, Math.max(1, instance.numberOfFrames()))
                        .boxed()
                        .toList());
    }

    /** Answers with frames, numbered from 1. */
    void send(Exchange exchange, StoredInstance instance, List<Integer> numbers) throws IOException {
        try {
            answer(exchange, instance, numbers);
        } catch (ArchiveException | EOFException e) {
            instances.forget(instance.uids());
            throw e;
        }
    }

    private void answer(Exchange exchange, StoredInstance instance, List<Integer> numbers) throws IOException {
        TransferSyntax stored = TransferSyntax.of(instance.transferSyntaxUid());
        boolean isOne = numbers.size() == 1;
        FrameNegotiation negotiation = exchange.negotiateFrames(instance, isOne)
                .orElseThrow(() -> Problem.notAcceptable(Offers.ofFrames(Set.of(stored), isOne))
                        .toException());
        List<Content> contents = recoded.frames(instance, numbers, TransferSyntax.of(negotiation.transferSyntaxUid()));
        if (exchange.isAnswered(tag(exchange, instance, numbers, negotiation))) {
            return;
        }
        String url = exchange.instanceUrl(instance.uids()) + "/frames/";
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            parts.add(new Part(negotiation.partType(), url + numbers.get(i), contents.get(i)));
        }
        if (negotiation.multipart()) {
            exchange.sendMultipart(200, negotiation.mediaType(), parts);
        } else {
            exchange.send(parts.get(0));
        }
    }

    private static EntityTag tag(
            Exchange exchange, StoredInstance instance, List<Integer> numbers, FrameNegotiation negotiation) {
        EntityTag.Builder tag = EntityTag.of("frames")
                .with(instance.digest().hex())
                .with(negotiation.partType())
                .with(numbers.toString());
        if (negotiation.multipart()) {
            tag.with("multipart").with(exchange.instanceUrl(instance.uids()));
        }
        return tag.build();
    }
}
