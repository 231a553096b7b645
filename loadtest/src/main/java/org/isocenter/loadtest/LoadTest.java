/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.util.concurrent.Callable;

import org.isocenter.loadtest.command.FaultsCommand;
import org.isocenter.loadtest.command.PhantomCommand;
import org.isocenter.loadtest.command.ReportCommand;
import org.isocenter.loadtest.command.RunCommand;
import org.isocenter.loadtest.command.ScenariosCommand;
import org.isocenter.loadtest.command.VerifyCommand;
import org.isocenter.loadtest.scenario.ScenarioException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: puts load on DICOM archives, checks what they kept, and compares them. */
@Command(
        name = "isocenter load",
        mixinStandardHelpOptions = true,
        description = {
            "Puts load on a DICOM archive, measures it, and checks that nothing it acknowledged is lost.",
            "Works with any archive that speaks DICOM or DICOMweb."
        },
        subcommands = {
            RunCommand.class,
            VerifyCommand.class,
            FaultsCommand.class,
            ReportCommand.class,
            ScenariosCommand.class,
            PhantomCommand.class,
            Benchmark.class
        },
        commandListHeading = "%nCommands (each has --help):%n",
        footer = {
            "",
            "Begin with:",
            "  isocenter up --background",
            "  isocenter load run smoke",
            "  isocenter load verify load-results/smoke-*/ledger.txt"
        })
public final class LoadTest implements Callable<Integer> {

    private static final int FAILED = 3;

    @Spec
    private CommandSpec spec;

    /** Runs the program. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new LoadTest()).setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            boolean usage = failure instanceof ScenarioException || failure instanceof IllegalArgumentException;
            return usage ? CommandLine.ExitCode.USAGE : FAILED;
        });
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.err);
        return CommandLine.ExitCode.USAGE;
    }
}
