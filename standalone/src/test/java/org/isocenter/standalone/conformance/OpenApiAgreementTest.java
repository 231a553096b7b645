/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.conformance;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.isocenter.dicom.image.render.InvalidRenderParameterException;
import org.isocenter.dicom.image.render.RenderParameters;
import org.isocenter.dicom.image.render.UriRenderParameters;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.content.EncapsulatedDocument;
import org.isocenter.retrieve.media.FrameMediaTypes;
import org.isocenter.retrieve.media.RenderedKind;
import org.isocenter.retrieve.media.UriMediaTypes;
import org.isocenter.service.http.DicomWeb;
import org.isocenter.standalone.conformance.OpenApiPage.Operation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The page that the tables of web services are made of names the parameters and media types that the code has. */
class OpenApiAgreementTest {

    /** Parameters of WADO-URI that say what is retrieved, and not how it is rendered. */
    private static final Set<String> OF_THE_OBJECT = Set.of(
            "requestType",
            "studyUID",
            "seriesUID",
            "objectUID",
            "contentType",
            "charset",
            "anonymize",
            "transferSyntax",
            "frameNumber",
            "presentationUID",
            "presentationSeriesUID");

    private static Operation operation(String id) {
        return OpenApiPage.read().operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> parameters(String id, Predicate<String> wanted) {
        return operation(id).parameters().stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> types(String id) {
        return new TreeSet<>(operation(id).responses().get("200"));
    }

    /** The names that a reader of parameters has as its constants. */
    private static Set<String> names(Class<?> reader) throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field field : reader.getDeclaredFields()) {
            if (field.getType() == String.class && !field.getName().endsWith("_ALLOWED")) {
                field.setAccessible(true);
                names.add((String) field.get(null));
            }
        }
        return names;
    }

    @Test
    void rendered_parametersAreThoseThatAreRead() throws Exception {
        Set<String> described = parameters("retrieveRenderedInstance", name -> !name.equals("accept"));
        assertThat(described).isEqualTo(names(RenderParameters.class)).hasSize(5);
        for (String each : described) {
            InvalidRenderParameterException refused = catchThrowableOfType(
                    InvalidRenderParameterException.class,
                    () -> RenderParameters.parse(Map.of(each, List.of("no such value"))));
            assertThat(refused).as(each).isNotNull();
            assertThat(refused.parameter()).isEqualTo(each);
        }
    }

    @Test
    void uri_parametersAreThoseThatAreRead() throws Exception {
        Set<String> described = parameters("retrieveByUri", name -> !OF_THE_OBJECT.contains(name));
        Set<String> read = names(UriRenderParameters.class);
        read.add("annotation"); // read as that of rendered resources is
        assertThat(described).isEqualTo(read).hasSize(7);
        assertThat(parameters("retrieveByUri", OF_THE_OBJECT::contains)).isEqualTo(new TreeSet<>(OF_THE_OBJECT));
    }

    @Test
    void rendered_mediaTypesAreThoseOfTheKinds() {
        Set<String> types = new TreeSet<>(Set.of(DicomWeb.MULTIPART_RELATED));
        for (RenderedKind each : RenderedKind.values()) {
            types.addAll(each.mediaTypes());
        }
        assertThat(types("retrieveRenderedInstance")).isEqualTo(types);
    }

    @Test
    void uri_mediaTypesAreThoseOfTheKinds() {
        Set<String> types = new TreeSet<>();
        for (RenderedKind each : RenderedKind.values()) {
            TransferSyntax.known().stream()
                    .map(TransferSyntax::of)
                    .forEach(stored ->
                            types.addAll(UriMediaTypes.of(each, stored, false).offers()));
        }
        assertThat(types("retrieveByUri")).isEqualTo(types);
    }

    @Test
    void values_mediaTypesAreThoseOfTheTransferSyntaxes() {
        // an encapsulated document is a bulk value too
        Set<String> types = new TreeSet<>(EncapsulatedDocument.mediaTypes());
        types.addAll(Set.of(DicomWeb.MULTIPART_RELATED, FrameMediaTypes.OCTET_STREAM));
        TransferSyntax.known().forEach(uid -> types.add(FrameMediaTypes.of(TransferSyntax.of(uid))));
        assertThat(types("retrieveBulkData")).isEqualTo(types);
    }

    @Test
    void instances_mediaTypesAreThoseOfTheFramings() {
        assertThat(types("retrieveInstance"))
                .containsExactlyInAnyOrder(DicomWeb.MULTIPART_RELATED, DicomWeb.DICOM, DicomWeb.ZIP);
    }
}
