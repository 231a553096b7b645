/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.correction.InstanceCorrections;
import org.isocenter.archive.model.StoredInstance;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.image.render.RenderOptions;
import org.isocenter.retrieve.content.BytesContent;
import org.isocenter.retrieve.content.Content;
import org.isocenter.retrieve.find.InstanceFinder;
import org.isocenter.retrieve.media.RenderedKind;
import org.isocenter.retrieve.media.RenderedNegotiation;
import org.isocenter.retrieve.media.RenderedNegotiation.Scope;
import org.isocenter.retrieve.picture.AnimatedPicture;
import org.isocenter.retrieve.picture.Documents;
import org.isocenter.retrieve.picture.ImageSource;
import org.isocenter.retrieve.picture.Pictures;
import org.isocenter.retrieve.picture.PresentedImage;
import org.isocenter.retrieve.pixels.DecodedFrames;
import org.isocenter.service.http.Problem;

/** Answers with one instance, or frames of it, rendered (PS3.18 10.4.1.1.3). Thread-safe. */
@ApplicationScoped
public class RenderedInstance {

    private static final String GIF = "image/gif";

    private final InstanceFinder finder;
    private final Pictures pictures;
    private final Documents documents;
    private final PresentedImage presented;

    /** By what makes pictures and documents. */
    public RenderedInstance(InstanceFinder finder, Pictures pictures, Documents documents, PresentedImage presented) {
        this.finder = finder;
        this.pictures = pictures;
        this.documents = documents;
        this.presented = presented;
    }

    /**
     * Frames of an image, how they are wanted and how they go out.
     *
     * @param numbers from 1, at least one
     * @param scope what was asked for
     * @param corrections the version of those of the image
     */
    private record Wanted(
            ImageSource image, List<Integer> numbers, Scope scope, RenderOptions options, String corrections) {}

    private Wanted wanted(ImageSource image, List<Integer> numbers, Scope scope, RenderOptions options) {
        InstanceCorrections corrections = finder.object(image.instance()).corrections();
        ImageSource corrected = corrections.isEmpty()
                ? image
                : new ImageSource(image.instance(), corrections.apply(image.attributes()), image.presentationState());
        return new Wanted(corrected, numbers, scope, options, corrections.version());
    }

    /** Answers with the instance as a whole. */
    void send(Exchange exchange, StoredInstance instance, RenderOptions options) throws IOException {
        Attributes attributes = instance.decodeAttributes();
        RenderedKind kind = RenderedKind.of(instance, attributes);
        switch (kind) {
            case IMAGE -> {
                ImageSource image = ImageSource.of(instance, attributes);
                List<Integer> all = IntStream.rangeClosed(1, Math.max(1, image.frames()))
                        .boxed()
                        .toList();
                send(exchange, wanted(image, all, Scope.ONE, options));
            }
            case PRESENTATION_STATE -> {
                PresentedImage.PresentedFrame frame = presented.of(instance, attributes);
                send(exchange, wanted(frame.image(), List.of(frame.frameNumber()), Scope.ONE, options));
            }
            case REPORT, DOCUMENT -> sendDocument(exchange, instance, attributes, kind);
            case NOTHING -> throw Problem.notAcceptable(List.of()).toException();
        }
    }

    /** Answers with frames, numbered from 1. */
    void sendFrames(Exchange exchange, StoredInstance instance, List<Integer> numbers, RenderOptions options)
            throws IOException {
        Attributes attributes = instance.decodeAttributes();
        if (RenderedKind.of(instance, attributes) != RenderedKind.IMAGE) {
            throw InstanceFinder.notFound("The instance has no frames.");
        }
        sendFrames(exchange, ImageSource.of(instance, attributes), numbers, options);
    }

    /** Answers with frames of an image, numbered from 1. */
    void sendFrames(Exchange exchange, ImageSource image, List<Integer> numbers, RenderOptions options)
            throws IOException {
        int frames = image.frames();
        for (int number : numbers) {
            if (frames > 0 && number > frames) {
                throw InstanceFinder.notFound("There is no frame " + number + ": the instance has " + frames + ".");
            }
        }
        send(exchange, wanted(image, numbers, numbers.size() == 1 ? Scope.ONE : Scope.FRAMES, options));
    }

    private void send(Exchange exchange, Wanted wanted) throws IOException {
        List<String> types = RenderedKind.IMAGE.mediaTypes();
        RenderedNegotiation negotiation = negotiate(exchange, types, wanted.scope());
        exchange.with("X-Content-Type-Options", "nosniff");
        if (negotiation.multipart()) {
            if (!exchange.isAnswered(tag(exchange, wanted, wanted.numbers(), negotiation))) {
                Iterator<RenderedParts.Making> makings = wanted.numbers().stream()
                        .map(number -> making(exchange, wanted, number, negotiation.mediaType()))
                        .iterator();
                RenderedParts parts = new RenderedParts(makings).begin();
                exchange.sendMultipart(200, negotiation.mediaType(), parts);
            }
        } else if (negotiation.mediaType().equals(GIF) && wanted.numbers().size() > 1) {
            if (!exchange.isAnswered(tag(exchange, wanted, wanted.numbers(), negotiation))) {
                exchange.with("Content-Location", exchange.withQuery(exchange.url()));
                Content gif = new AnimatedPicture(pictures, wanted.image(), wanted.numbers(), wanted.options());
                exchange.send(200, GIF, gif);
            }
        } else {
            sendPicture(exchange, wanted, negotiation.mediaType(), exchange.url());
        }
    }

    private static RenderedNegotiation negotiate(Exchange exchange, List<String> types, Scope scope) {
        return RenderedNegotiation.of(exchange.acceptance(), types, scope)
                .orElseThrow(() -> Problem.notAcceptable(RenderedNegotiation.offers(types, scope))
                        .toException());
    }

    private RenderedParts.Making making(Exchange exchange, Wanted wanted, int number, String mediaType) {
        return patience -> {
            byte[] picture = pictures.picture(wanted.image(), number, wanted.options(), mediaType, patience);
            String url = exchange.instanceUrl(wanted.image().instance().uids()) + "/frames/" + number + "/rendered";
            return new Part(mediaType, exchange.withQuery(url), new BytesContent(picture));
        };
    }

    /** Answers with the picture of a frame, under its address without the query. */
    void sendPicture(
            Exchange exchange, ImageSource image, int number, RenderOptions options, String mediaType, String url)
            throws IOException {
        exchange.with("X-Content-Type-Options", "nosniff");
        sendPicture(exchange, wanted(image, List.of(number), Scope.ONE, options), mediaType, url);
    }

    private void sendPicture(Exchange exchange, Wanted wanted, String mediaType, String url) throws IOException {
        List<Integer> first = wanted.numbers().subList(0, 1);
        EntityTag tag = tag(exchange, wanted, first, new RenderedNegotiation(false, mediaType));
        if (!exchange.isAnswered(tag)) {
            byte[] picture =
                    pictures.picture(wanted.image(), first.get(0), wanted.options(), mediaType, DecodedFrames.SHORT);
            exchange.send(new Part(mediaType, exchange.withQuery(url), new BytesContent(picture)));
        }
    }

    private static EntityTag tag(
            Exchange exchange, Wanted wanted, List<Integer> numbers, RenderedNegotiation negotiation) {
        EntityTag.Builder tag = EntityTag.of("rendered")
                .with(wanted.image().instance().digest().hex())
                .with(wanted.image()
                        .presentationState()
                        .map(state -> state.instance().digest().hex())
                        .orElse(""))
                .with(numbers.toString())
                .with(negotiation.mediaType())
                .with(RenderingQuery.describe(wanted.options()));
        if (!wanted.corrections().isEmpty()) {
            tag.with(wanted.corrections());
        }
        if (negotiation.multipart()) {
            tag.with("multipart")
                    .with(exchange.withQuery(
                            exchange.instanceUrl(wanted.image().instance().uids())));
        }
        return tag.build();
    }

    private void sendDocument(Exchange exchange, StoredInstance instance, Attributes stored, RenderedKind kind)
            throws IOException {
        InstanceCorrections corrections = finder.object(instance).corrections();
        Attributes attributes = corrections.apply(stored);
        RenderedNegotiation negotiation = negotiate(exchange, kind.mediaTypes(), Scope.ONE);
        EntityTag.Builder tag = EntityTag.of("rendered")
                .with(instance.digest().hex())
                .with(negotiation.mediaType())
                .with(negotiation.multipart() ? "multipart " + exchange.withQuery(exchange.url()) : "single");
        if (!corrections.isEmpty()) {
            tag.with(corrections.version());
        }
        exchange.with("X-Content-Type-Options", "nosniff");
        if (exchange.isAnswered(tag.build())) {
            return;
        }
        Part part = documentPart(exchange, instance, attributes, kind, negotiation);
        if (negotiation.multipart()) {
            exchange.sendMultipart(200, negotiation.mediaType(), List.of(part));
        } else {
            // a report is data of others: it may not load or run anything
            exchange.with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            exchange.send(part);
        }
    }

    /** A report or a document as a part. */
    Part documentPart(
            Exchange exchange,
            StoredInstance instance,
            Attributes attributes,
            RenderedKind kind,
            RenderedNegotiation negotiation) {
        String url = exchange.withQuery(exchange.instanceUrl(instance.uids()) + "/rendered");
        Content content = kind == RenderedKind.REPORT
                ? documents.report(attributes, negotiation.mediaType())
                : documents.pdf(instance, attributes, url);
        return new Part(negotiation.contentType(), url, content);
    }
}
