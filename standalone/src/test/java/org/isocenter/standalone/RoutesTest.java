/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.vertx.web.Route;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page docs/openapi.yaml names the resources that the services have, and no others: what OPTIONS answers is made of that page
 * (PS3.18 8.9).
 */
class RoutesTest {

    /** Health, metrics and the like are Quarkus's; OPTIONS is answered before any route. */
    private static final Set<String> NOT_ROUTES = Set.of("options", "parameters", "summary", "description", "servers");

    /** A WebSocket, which its class puts into the router without an annotation. */
    private static final String EVENT_CHANNEL = "GET /dicom-web/subscribers/{}";

    @Test
    void page_namesTheRoutesOfTheServices() throws IOException {
        assertThat(routes()).hasSizeGreaterThan(20).isEqualTo(described());
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>(Set.of(EVENT_CHANNEL));
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.isocenter")) {
            boolean candidate = each.getMethods().stream()
                    .anyMatch(method ->
                            method.isAnnotatedWith(Route.class) || method.isMetaAnnotatedWith(HttpMethod.class));
            if (candidate) {
                for (Method method : each.reflect().getDeclaredMethods()) {
                    routesOf(method, routes);
                }
            }
        }
        return routes;
    }

    private static void routesOf(Method method, Set<String> routes) {
        for (Route route : method.getAnnotationsByType(Route.class)) {
            for (Route.HttpMethod each : route.methods()) {
                if (each != Route.HttpMethod.HEAD) {
                    routes.add(each.name() + " " + normalized(route.path()));
                }
            }
        }
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null && !verb.value().equals("HEAD")) {
                routes.add(verb.value() + " " + normalized(path(method.getDeclaringClass()) + path(method)));
            }
        }
    }

    private static String path(java.lang.reflect.AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** Without the names of parameters, which each framework writes in its own way. */
    private static String normalized(String path) {
        return path.replaceAll(":[A-Za-z]+", "{}").replaceAll("\\{[^}]*}", "{}").replaceAll("/\\*$", "/{}");
    }

    private static Set<String> described() throws IOException {
        java.nio.file.Path root = java.nio.file.Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/openapi.yaml"))) {
            root = root.getParent();
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000);
        Map<String, Map<String, Map<String, Object>>> page =
                new Yaml(options).load(Files.readString(root.resolve("docs/openapi.yaml")));
        Set<String> described = new TreeSet<>();
        page.get("paths").forEach((path, item) -> {
            for (String method : List.copyOf(item.keySet())) {
                if (!NOT_ROUTES.contains(method)) {
                    described.add(method.toUpperCase(Locale.ROOT) + " " + normalized(path));
                }
            }
        });
        return described;
    }
}
