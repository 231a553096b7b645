/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.isocenter.loadtest.html.HtmlReport;
import org.isocenter.loadtest.run.RunResult;
import org.isocenter.loadtest.verify.VerifyResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a report of results that are there. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes the report of a run anew, or one that compares several runs with the first.",
        footer = {
            "",
            "Example:",
            "  isocenter load report load-results/isocenter-*/result.json load-results/orthanc-*/result.json"
        })
public final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RESULT", arity = "1..*", description = "The result.json of a run.")
    private List<Path> results = List.of();

    @Option(names = "--verify", paramLabel = "FILE", description = "The JSON file of a verification, to be shown too.")
    private List<Path> verifications = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "report.html",
            description = "Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        List<RunResult> runs = new ArrayList<>();
        for (Path each : results) {
            runs.add(ResultFiles.readRun(each));
        }
        List<VerifyResult> verified = new ArrayList<>();
        for (Path each : verifications) {
            verified.add(ResultFiles.read(each, VerifyResult.class));
        }
        Files.writeString(out, HtmlReport.of(runs, verified));
        System.out.println("report  " + out);
        return 0;
    }
}
