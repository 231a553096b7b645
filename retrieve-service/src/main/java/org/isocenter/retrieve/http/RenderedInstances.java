/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.retrieve.content.BytesContent;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.find.InstanceSelection;
import org.isocenter.retrieve.media.RenderedKind;
import org.isocenter.retrieve.media.RenderedNegotiation;
import org.isocenter.retrieve.media.RenderedNegotiation.Scope;
import org.isocenter.retrieve.picture.ImageSource;
import org.isocenter.retrieve.picture.Pictures;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.isocenter.service.http.Problem;

/**
 * Answers with many instances rendered (PS3.18 10.4.1.1.3): a part for each, made while those before it go out, or the picture of one
 * that stands for all. Thread-safe.
 */
@ApplicationScoped
public class RenderedInstances {

    private final RenderedInstance one;
    private final Pictures pictures;

    /** By what renders a single one. */
    public RenderedInstances(RenderedInstance one, Pictures pictures) {
        this.one = one;
        this.pictures = pictures;
    }

    /** A request, and what is given of each kind of instance. */
    private record Wanted(
            Exchange exchange, RenderOptions options, Map<RenderedKind, RenderedNegotiation> negotiations) {

        Optional<RenderedNegotiation> of(RenderedKind kind) {
            return Optional.ofNullable(negotiations.get(kind));
        }
    }

    /**
     * Answers with instances.
     *
     * @param representative the image that stands for them
     */
    void send(Exchange exchange, InstanceSelection instances, Supplier<ImageSource> representative) throws IOException {
        RenderOptions options = RenderingQuery.options(exchange);
        try (InstanceSelection.InstanceRows rows = instances.rows()) {
            if (instances.objects().size() == 1 && rows.hasNext()) {
                one.send(exchange, rows.next(), options);
                return;
            }
            Set<RenderedKind> kinds = kinds(instances);
            List<String> types = new ArrayList<>();
            kinds.forEach(kind -> types.addAll(kind.mediaTypes()));
            RenderedNegotiation negotiation = RenderedNegotiation.of(exchange.acceptance(), types, Scope.INSTANCES)
                    .orElseThrow(() -> Problem.notAcceptable(RenderedNegotiation.offers(types, Scope.INSTANCES))
                            .toException());
            if (negotiation.multipart()) {
                sendParts(new Wanted(exchange, options, negotiations(exchange, kinds)), instances, rows);
            } else {
                sendRepresentative(exchange, representative.get(), options, negotiation.mediaType());
            }
        }
    }

    /** Presentation states are rendered by themselves only: their images are among the others. */
    private static Set<RenderedKind> kinds(InstanceSelection instances) {
        Set<RenderedKind> kinds = EnumSet.noneOf(RenderedKind.class);
        instances.objects().forEach(each -> kinds.add(RenderedKind.ofSopClass(each.sopClassUid())));
        kinds.remove(RenderedKind.PRESENTATION_STATE);
        return kinds;
    }

    private static Map<RenderedKind, RenderedNegotiation> negotiations(Exchange exchange, Set<RenderedKind> kinds) {
        Map<RenderedKind, RenderedNegotiation> negotiations = new EnumMap<>(RenderedKind.class);
        for (RenderedKind kind : kinds) {
            RenderedNegotiation.ofParts(exchange.acceptance(), kind.mediaTypes())
                    .ifPresent(each -> negotiations.put(kind, each));
        }
        return negotiations;
    }

    private void sendRepresentative(Exchange exchange, ImageSource image, RenderOptions options, String mediaType)
            throws IOException {
        int number = image.middleFrame();
        String url = exchange.instanceUrl(image.instance().uids()) + "/frames/" + number + "/rendered";
        one.sendPicture(exchange, image, number, options, mediaType, url);
    }

    private void sendParts(Wanted wanted, InstanceSelection instances, Iterator<StoredInstance> rows)
            throws IOException {
        Exchange exchange = wanted.exchange();
        if (exchange.isAnswered(tag(wanted, instances))) {
            return;
        }
        RenderedParts parts = new RenderedParts(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public RenderedParts.Making next() {
                StoredInstance row = rows.next();
                return patience -> part(wanted, row, instances.corrections(row.uids()), patience);
            }
        });
        String mediaType = wanted.negotiations().values().iterator().next().mediaType();
        exchange.sendMultipart(status(wanted, instances), mediaType, parts.begin());
    }

    private Part part(Wanted wanted, StoredInstance row, InstanceCorrections corrections, Duration patience) {
        Attributes attributes = corrections.apply(row.decodeAttributes());
        RenderedKind kind = RenderedKind.of(row, attributes);
        RenderedNegotiation negotiation = wanted.of(kind)
                .orElseThrow(() -> InstanceFinder.notFound("There is nothing that can be rendered as it is accepted."));
        Exchange exchange = wanted.exchange();
        if (kind != RenderedKind.IMAGE) {
            return one.documentPart(exchange, row, attributes, kind, negotiation);
        }
        byte[] picture = pictures.picture(
                ImageSource.of(row, attributes), 1, wanted.options(), negotiation.mediaType(), patience);
        String url = exchange.withQuery(exchange.instanceUrl(row.uids()) + "/rendered");
        return new Part(negotiation.mediaType(), url, new BytesContent(picture));
    }

    /** PS3.18 10.4.3.2: 206 if it is known that some of them cannot be given. */
    private static int status(Wanted wanted, InstanceSelection instances) {
        boolean all = instances.objects().stream().allMatch(each -> canBeGiven(wanted, each));
        return all ? 200 : 206;
    }

    private static boolean canBeGiven(Wanted wanted, InstanceObject instance) {
        RenderedKind kind = RenderedKind.ofSopClass(instance.sopClassUid());
        return wanted.of(kind).isPresent()
                && (kind != RenderedKind.IMAGE
                        || DecodedFrames.canDecode(instance.transferSyntax().uid()));
    }

    private static EntityTag tag(Wanted wanted, InstanceSelection instances) {
        EntityTag.Builder tag = EntityTag.of("rendered parts")
                .with(wanted.exchange().withQuery(wanted.exchange().dicomWebUrl()))
                .with(RenderingQuery.describe(wanted.options()));
        wanted.negotiations()
                .forEach((kind, negotiation) -> tag.with(kind.name()).with(negotiation.mediaType()));
        for (InstanceObject each : instances.objects()) {
            tag.with(each.uids().sopInstanceUid()).with(each.digest().hex());
            if (!each.corrections().isEmpty()) {
                tag.with(each.corrections().version());
            }
        }
        return tag.build();
    }
}
