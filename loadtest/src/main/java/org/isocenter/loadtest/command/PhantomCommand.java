/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.loadtest.phantom.PhantomStudies;
import org.isocenter.testkit.Part10Files;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes studies of phantoms as files. */
@Command(
        name = "phantom",
        mixinStandardHelpOptions = true,
        description = {
            "Writes studies of invented bodies as DICOM files, to try viewers with: a thorax by CT with a segmentation and a "
                    + "measurement report, a head by MR, a heart by ultrasound.",
            "They are the same every time."
        },
        footer = {
            "",
            "Example:",
            "  isocenter load phantom phantom",
            "  storescu -aec ISOCENTER 127.0.0.1 11112 phantom/*.dcm"
        })
public final class PhantomCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where to; is made if need be.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        List<Attributes> instances = PhantomStudies.instances();
        for (int i = 0; i < instances.size(); i++) {
            Attributes instance = instances.get(i);
            String name = String.format(
                    Locale.ROOT,
                    "%03d-%s.dcm",
                    i + 1,
                    instance.getString(Tag.Modality).toLowerCase(Locale.ROOT));
            Files.write(folder.resolve(name), Part10Files.bytes(instance, UID.ExplicitVRLittleEndian));
        }
        instances.stream()
                .map(each -> each.getString(Tag.StudyInstanceUID) + "  " + each.getString(Tag.StudyDescription))
                .distinct()
                .forEach(System.out::println);
        return 0;
    }
}
