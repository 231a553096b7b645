/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * The parameters of search transactions (PS3.18 8.3.3 and 8.3.4): their names, and their description in what the service says
 * of itself at {@code /q/openapi}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class SearchParameters implements OASFilter {

    static final String TAG = "QIDO-RS";

    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");

    static final String ACCEPT = "accept";
    static final String CHARSET = "charset";
    static final String INCLUDE_FIELD = "includefield";
    static final String FUZZY_MATCHING = "fuzzymatching";
    static final String EMPTY_VALUE_MATCHING = "emptyvaluematching";
    static final String MULTIPLE_VALUE_MATCHING = "multiplevaluematching";
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";
    static final String ORDER_BY = "orderby";
    static final String AFTER = "after";

    static final Set<String> NAMES = Set.of(
            ACCEPT,
            CHARSET,
            INCLUDE_FIELD,
            FUZZY_MATCHING,
            EMPTY_VALUE_MATCHING,
            MULTIPLE_VALUE_MATCHING,
            LIMIT,
            OFFSET,
            ORDER_BY,
            AFTER);

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getTags() != null && operation.getTags().contains(TAG)) {
            List<Parameter> parameters =
                    new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
            parameters.addAll(described());
            operation.setParameters(parameters);
        }
        return operation;
    }

    /** Routes do not describe what stands in their paths. */
    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        openApi.getPaths().getPathItems().forEach((path, item) -> {
            Operation operation = item.getGET();
            if (operation != null
                    && operation.getTags() != null
                    && operation.getTags().contains(TAG)) {
                IN_PATH.matcher(path)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(name -> addInPath(operation, name));
            }
        });
    }

    private static void addInPath(Operation operation, String name) {
        boolean there = operation.getParameters().stream()
                .anyMatch(each -> name.equals(each.getName()) && each.getIn() == Parameter.In.PATH);
        if (!there) {
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.PATH)
                    .required(true)
                    .schema(schema(SchemaType.STRING)));
        }
    }

    private static List<Parameter> described() {
        Schema anyText = schema(SchemaType.OBJECT).additionalPropertiesSchema(schema(SchemaType.STRING));
        return List.of(
                query(
                                "match",
                                anyText,
                                "Attributes to match (8.3.4.1), each once: by keyword, by tag as eight hexadecimal digits,"
                                        + " or with dots into sequences; UIDs may be several, with commas between")
                        .style(Parameter.Style.FORM)
                        .explode(true),
                query(
                                INCLUDE_FIELD,
                                schema(SchemaType.ARRAY).items(schema(SchemaType.STRING)),
                                "Attributes to return besides the usual ones, or all (8.3.4.3); may be repeated")
                        .style(Parameter.Style.FORM)
                        .explode(false),
                query(
                        FUZZY_MATCHING,
                        flag(),
                        "Person names match word by word with small differences (8.3.4.2); a name with wildcards is matched"
                                + " literally, which a header Warning says"),
                query(EMPTY_VALUE_MATCHING, flag(), "Two quotation marks match what has no value (8.3.4.5)"),
                query(
                        MULTIPLE_VALUE_MATCHING,
                        flag(),
                        "Each of several values, with backslashes between, must match (8.3.4.6); else one is enough"),
                query(LIMIT, number(), "Results wanted at most (8.3.4.4); the service has a bound of its own"),
                query(OFFSET, number().defaultValue(0), "Results to skip (8.3.4.4)"),
                query(
                                ORDER_BY,
                                schema(SchemaType.ARRAY).items(schema(SchemaType.STRING)),
                                "Attributes to put the results in order by, with a minus sign for the greatest first; no part of"
                                        + " the standard")
                        .style(Parameter.Style.FORM)
                        .explode(false),
                query(
                        AFTER,
                        schema(SchemaType.STRING),
                        "The place after which results begin, as a header Link gave it: nothing is skipped or repeated though"
                                + " studies come in; no part of the standard"),
                query(ACCEPT, schema(SchemaType.STRING), "Media types as in the header Accept (8.3.3.1)"),
                query(
                        CHARSET,
                        schema(SchemaType.STRING),
                        "Accepted for the standard's sake: results are in UTF-8 (8.3.3.2)"));
    }

    private static Parameter query(String name, Schema schema, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .schema(schema)
                .description(description);
    }

    private static Schema schema(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Schema flag() {
        return schema(SchemaType.BOOLEAN).defaultValue(false);
    }

    private static Schema number() {
        return schema(SchemaType.INTEGER).minimum(java.math.BigDecimal.ZERO);
    }
}
