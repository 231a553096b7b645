/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.dicom;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.dicom.net.ServiceOffer;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import static org.assertj.core.api.Assertions.assertThat;

/** What ports say that other services perform is what these do perform. */
class OffersTest {

    @Test
    void ingest_performsWhatIsOffered() throws ReflectiveOperationException {
        assertOffered(new IngestOffer(true), "org.isocenter.ingest");
    }

    @Test
    void query_performsWhatIsOffered() throws ReflectiveOperationException {
        assertOffered(new QueryOffer(), "org.isocenter.query");
    }

    @Test
    void retrieve_performsWhatIsOffered() throws ReflectiveOperationException {
        assertOffered(new RetrieveOffer(), "org.isocenter.retrieve");
    }

    private static void assertOffered(ServiceOffer offer, String packages) throws ReflectiveOperationException {
        List<DimseService> services = services(packages);
        Set<String> performed = new TreeSet<>();
        services.forEach(each -> performed.addAll(each.sopClasses()));
        assertThat(performed).isNotEmpty().isEqualTo(new TreeSet<>(offer.sopClasses()));
        assertThat(services).allSatisfy(service -> assertThat(service.sopClasses())
                .allSatisfy(sopClass -> assertSameNegotiation(service, offer, sopClass)));
        assertThat(offer.actsAsScu(UID.CTImageStorage))
                .isEqualTo(services.stream().anyMatch(each -> each.actsAsScu(UID.CTImageStorage)));
    }

    private static void assertSameNegotiation(DimseService service, ServiceOffer offer, String sopClass) {
        for (String syntax : List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian, UID.JPEG2000, "1.2.3")) {
            assertThat(offer.acceptsTransferSyntax(sopClass, syntax))
                    .isEqualTo(service.acceptsTransferSyntax(sopClass, syntax));
        }
        byte[] all = {1, 1, 1, 1, 1, 1, 1};
        assertThat(offer.negotiateExtended(sopClass, all)).isEqualTo(service.negotiateExtended(sopClass, all));
        assertThat(offer.prefersRequestorOrder(sopClass)).isEqualTo(service.prefersRequestorOrder(sopClass));
    }

    /** Without what they work with: only what they say of themselves is asked for. */
    private static List<DimseService> services(String packages) throws ReflectiveOperationException {
        List<DimseService> services = new ArrayList<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages)) {
            if (each.isAssignableTo(DimseService.class) && !each.isInterface()) {
                Constructor<?> constructor = each.reflect().getDeclaredConstructors()[0];
                services.add((DimseService) constructor.newInstance(new Object[constructor.getParameterCount()]));
            }
        }
        return services;
    }
}
