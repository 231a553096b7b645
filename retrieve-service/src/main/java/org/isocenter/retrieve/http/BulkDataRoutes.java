/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.BulkData;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.BulkSource;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.find.RecentInstances;
import org.isocenter.retrieve.media.FrameNegotiation;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.service.http.Problem;

import io.quarkus.vertx.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Single bulk values, under the addresses that metadata give (PS3.18 10.4.1.1.5). */
@ApplicationScoped
public class BulkDataRoutes {

    private final RecentInstances instances;
    private final BulkSource source;
    private final FrameRoutes frames;
    private final ExchangeRunner runner;

    /** Of the instances that are found; encapsulated pixel data go out as frames. */
    public BulkDataRoutes(RecentInstances instances, BulkSource source, FrameRoutes frames, ExchangeRunner runner) {
        this.instances = instances;
        this.source = source;
        this.frames = frames;
        this.runner = runner;
    }

    /** Answers with a value. */
    @Route(
            path = DicomWeb.ROOT + "/studies/:study/series/:series/instances/:instance/bulkdata/*",
            methods = Route.HttpMethod.GET)
    void bulkData(RoutingContext context) {
        runner.run(context, exchange -> {
            String path = context.normalizedPath();
            send(
                    exchange,
                    instances.instance(exchange.instanceUids()),
                    path.substring(path.indexOf("/bulkdata/") + "/bulkdata/".length()));
        });
    }

    private void send(Exchange exchange, StoredInstance instance, String path) throws IOException {
        BulkDataAddress.Found found = BulkDataAddress.find(instance.decodeAttributes(), path);
        if (found.value() instanceof BulkData bulk && bulk.encapsulated()) {
            frames.sendAll(exchange, instance);
            return;
        }
        FrameNegotiation negotiation = FrameNegotiation.of(
                        exchange.acceptance(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true)
                .orElseThrow(() -> Problem.of(406, "Bulk data are given as application/octet-stream.")
                        .toException());
        long size = found.value() instanceof BulkData bulk ? bulk.length() : ((byte[]) found.value()).length;
        Optional<ByteRange> range = ByteRange.parse(exchange.header("Range"), size);
        if (range.isPresent() && range.get() == ByteRange.UNSATISFIABLE) {
            exchange.with("Content-Range", "bytes */" + size);
            throw Problem.of(416, "The range begins beyond the end of the value.")
                    .toException();
        }
        exchange.with("Accept-Ranges", "bytes");
        ByteRange part = range.orElse(new ByteRange(0, size));
        Content content = content(instance, found, part);
        if (range.isPresent()) {
            exchange.with("Content-Range", part.contentRange(size)).send(206, octets(), content);
        } else if (negotiation.multipart()) {
            String location = exchange.instanceUrl(instance.uids()) + "/bulkdata/" + path;
            exchange.sendMultipart(
                    200,
                    negotiation.mediaType(),
                    List.of(new Part(Map.of("Content-Type", octets(), "Content-Location", location), content)));
        } else {
            exchange.send(200, octets(), content);
        }
    }

    private Content content(StoredInstance instance, BulkDataAddress.Found found, ByteRange range) {
        if (found.value() instanceof BulkData bulk) {
            return source.value(instance, bulk, found.vr(), range.first(), range.length());
        }
        byte[] bytes = (byte[]) found.value();
        return source.small(Arrays.copyOfRange(bytes, (int) range.first(), (int) (range.first() + range.length())));
    }

    private static String octets() {
        return "application/octet-stream; transfer-syntax=" + UID.ExplicitVRLittleEndian;
    }
}
