/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An archive that is measured.
 *
 * @param name what it is called in the table
 * @param host of its DICOM port
 * @param dicomPort TCP port
 * @param aet its application entity title
 * @param web its DICOMweb root without a slash at the end, or null
 * @param services what it can do
 */
public record Target(String name, String host, int dicomPort, String aet, URI web, Set<Service> services) {

    /**
     * Parses {@code name=isocenter,host=127.0.0.1,dicom=11112,aet=ISOCENTER,web=http://127.0.0.1:8080/dicom-web}; a key
     * {@code services=store+find} limits what is measured.
     *
     * @throws IllegalArgumentException when a key is unknown or the name is missing
     */
    public static Target parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException("a target is written as key=value,key=value");
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        String name = values.remove("name");
        if (name == null) {
            throw new IllegalArgumentException("a target has a name");
        }
        String host = orDefault(values.remove("host"), "127.0.0.1");
        String port = values.remove("dicom");
        String aet = orDefault(values.remove("aet"), "ANY-SCP");
        String web = values.remove("web");
        Set<Service> services = services(values.remove("services"));
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("a target has no " + values.keySet());
        }
        if (port == null) {
            services.removeAll(EnumSet.of(Service.STORE, Service.FIND, Service.GET));
        }
        if (web == null) {
            services.remove(Service.WEB);
        }
        URI root = web == null ? null : URI.create(web.replaceAll("/+$", ""));
        return new Target(name, host, port == null ? 0 : Integer.parseInt(port), aet, root, services);
    }

    private static String orDefault(String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static Set<Service> services(String names) {
        EnumSet<Service> services = EnumSet.noneOf(Service.class);
        if (names == null) {
            services.addAll(EnumSet.allOf(Service.class));
        } else {
            Arrays.stream(names.split("\\+"))
                    .map(name -> Service.valueOf(name.toUpperCase(Locale.ROOT)))
                    .forEach(services::add);
        }
        return services;
    }
}
