/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.scenario.Access;
import org.isocenter.loadtest.scenario.Scenario;

import picocli.CommandLine.Option;

/** Where the archive is, when it is not where the scenario says. */
final class AccessOptions {

    @Option(
            names = "--target",
            paramLabel = "KEY=VALUE,...",
            description = "An address of the archive: name=NAME,host=HOST,dicom=PORT,aet=AET,web=DICOMWEB_ROOT."
                    + " Several are several addresses of one archive."
                    + " (default: the scenario's, or those of ./isocenter up)")
    private List<String> targets = List.of();

    @Option(names = "--token-file", paramLabel = "FILE", description = "File with the bearer token of DICOMweb.")
    private Path tokenFile;

    /** The scenario with these addresses. */
    Scenario apply(Scenario scenario) throws IOException {
        return scenario.withAccess(apply(scenario.access()));
    }

    /** The access with these addresses. */
    Access apply(Access access) throws IOException {
        Access changed = access;
        if (!targets.isEmpty()) {
            changed = changed.withTargets(targets.stream().map(Target::parse).toList());
        }
        if (tokenFile != null) {
            changed = changed.withToken(Access.tokenOf(tokenFile));
        }
        return changed;
    }
}
