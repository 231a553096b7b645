/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The arrows between the modules (docs/architecture.md): each points one way. */
@AnalyzeClasses(packages = "org.isocenter", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DICOM_CORE = {
        "org.isocenter.dicom.data..",
        "org.isocenter.dicom.io..",
        "org.isocenter.dicom.dict..",
        "org.isocenter.dicom.charset..",
        "org.isocenter.dicom.value..",
        "org.isocenter.dicom.json..",
        "org.isocenter.dicom.xml.."
    };

    @ArchTest
    static final ArchRule dicomCore_dependsOnNothingOfOurs = noClasses()
            .that()
            .resideInAnyPackage(DICOM_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.isocenter.dicom.net..",
                    "org.isocenter.dicom.image..",
                    "org.isocenter.archive..",
                    "org.isocenter.service..",
                    "org.isocenter.engines..");

    @ArchTest
    static final ArchRule dicomNet_knowsNothingOfTheArchive = noClasses()
            .that()
            .resideInAnyPackage("org.isocenter.dicom.net..", "org.isocenter.dicom.image..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.isocenter.archive..", "org.isocenter.service..", "org.isocenter.engines..");

    @ArchTest
    static final ArchRule archive_knowsNothingOfHttpOrDimse = noClasses()
            .that()
            .resideInAPackage("org.isocenter.archive..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.isocenter.dicom.net..",
                    "org.isocenter.service..",
                    "org.isocenter.engines..",
                    "jakarta.ws.rs..",
                    "io.vertx..",
                    "io.quarkus..");

    @ArchTest
    static final ArchRule serviceKit_knowsNoService = noClasses()
            .that()
            .resideInAPackage("org.isocenter.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.isocenter.ingest..",
                    "org.isocenter.query..",
                    "org.isocenter.retrieve..",
                    "org.isocenter.lifecycle..",
                    "org.isocenter.engines..");

    @ArchTest
    static final ArchRule ingest_usesNoOtherService = service("ingest", "query", "retrieve", "lifecycle");

    @ArchTest
    static final ArchRule query_usesNoOtherService = service("query", "ingest", "retrieve", "lifecycle");

    @ArchTest
    static final ArchRule retrieve_usesNoOtherService = service("retrieve", "ingest", "query", "lifecycle");

    @ArchTest
    static final ArchRule lifecycle_usesNoOtherService = service("lifecycle", "ingest", "query", "retrieve");

    @ArchTest
    static final ArchRule engines_standApart = noClasses()
            .that()
            .resideInAPackage("org.isocenter.engines..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.isocenter.dicom..", "org.isocenter.archive..", "org.isocenter.service..");

    @ArchTest
    static final ArchRule packagesOfTheArchive_formNoCycles = SlicesRuleDefinition.slices()
            .matching("org.isocenter.archive.(*)..")
            .should()
            .beFreeOfCycles();

    /** Guards the rules above against an import that finds nothing and so passes everything. */
    @ArchTest
    static void everyModule_isSeen(JavaClasses classes) {
        for (String each : new String[] {
            "dicom.data", "dicom.net", "archive.model", "service", "ingest", "query", "retrieve", "lifecycle", "engines"
        }) {
            assertThat(classes.stream().anyMatch(c -> c.getPackageName().startsWith("org.isocenter." + each)))
                    .as("classes of org.isocenter.%s", each)
                    .isTrue();
        }
    }

    private static ArchRule service(String service, String... others) {
        String[] packages = new String[others.length + 1];
        for (int i = 0; i < others.length; i++) {
            packages[i] = "org.isocenter." + others[i] + "..";
        }
        packages[others.length] = "org.isocenter.engines..";
        return noClasses()
                .that()
                .resideInAPackage("org.isocenter." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
