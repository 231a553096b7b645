/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which service performs which SOP class. Immutable. */
public final class ServiceRegistry {
    private static final ServiceRegistry EMPTY = new ServiceRegistry(List.of());

    private final List<DimseService> services;
    private final Map<String, DimseService> bySopClass;

    private ServiceRegistry(Collection<? extends DimseService> services) {
        this.services = List.copyOf(services);
        Map<String, DimseService> map = new HashMap<>();
        for (DimseService service : services) {
            for (String sopClass : service.sopClasses()) {
                DimseService other = map.putIfAbsent(sopClass, service);
                if (other != null && other != service) {
                    throw new IllegalArgumentException("Two services perform SOP class " + sopClass + ": "
                            + other.getClass().getName() + " and "
                            + service.getClass().getName());
                }
            }
        }
        this.bySopClass = Map.copyOf(map);
    }

    /** @throws IllegalArgumentException if two services list the same SOP class */
    public static ServiceRegistry of(Collection<? extends DimseService> services) {
        return new ServiceRegistry(services);
    }

    /** @throws IllegalArgumentException if two services list the same SOP class */
    public static ServiceRegistry of(DimseService... services) {
        return new ServiceRegistry(List.of(services));
    }

    /** No service at all. */
    public static ServiceRegistry empty() {
        return EMPTY;
    }

    /** Those of the services that are offered to the requestor of an association. */
    ServiceRegistry serving(AssociationRequest request) {
        List<DimseService> offered =
                services.stream().filter(s -> s.serves(request)).toList();
        return offered.size() == services.size() ? this : new ServiceRegistry(offered);
    }

    /** The service that performs a SOP class as SCP. */
    public Optional<DimseService> performing(String sopClass) {
        DimseService listed = bySopClass.get(sopClass);
        return listed != null
                ? Optional.of(listed)
                : services.stream().filter(s -> s.acceptsUnlisted(sopClass)).findFirst();
    }

    /** As {@link #performing(String)}, or else the service of a SOP class that it specializes (PS3.7 D.3.3.6). */
    Optional<DimseService> performing(String sopClass, AssociationRequest request) {
        return performing(sopClass).or(() -> request.userInformation().commonExtended(sopClass).stream()
                .flatMap(negotiation -> negotiation.relatedGeneralSopClasses().stream())
                .flatMap(general -> performing(general).stream())
                .findFirst());
    }

    /** The service that is SCU of a SOP class towards requestors. */
    public Optional<DimseService> invoking(String sopClass) {
        return services.stream().filter(s -> s.actsAsScu(sopClass)).findFirst();
    }
}
