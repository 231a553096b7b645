/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.isocenter.loadtest.scenario.Access;
import org.isocenter.loadtest.scenario.Scenario.Receiver;
import org.isocenter.loadtest.scenario.Scenarios;
import org.isocenter.loadtest.scenario.Units;
import org.isocenter.loadtest.verify.LedgerVerification;
import org.isocenter.loadtest.verify.VerifyOptions;
import org.isocenter.loadtest.verify.VerifyResult;
import org.isocenter.loadtest.view.LiveView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks that an archive has all of a ledger. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks that an archive has all that it acknowledged: retrieves each instance of a ledger by WADO-RS and by C-GET,"
                    + " compares it by value, searches its study by QIDO-RS and C-FIND and counts.",
            "Reports lost, altered, duplicated, unfound, phantom and miscounted instances."
        },
        footer = {
            "",
            "Exit status: 0 when all is there and unchanged, 1 when not, 2 when an option is wrong,",
            "3 when the check could not be made."
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final int FINDINGS = 20;

    @Parameters(paramLabel = "LEDGER", description = "The ledger.txt of a run.")
    private Path ledger;

    @Mixin
    private AccessOptions access;

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            description = "Takes addresses, TLS and token from this scenario.")
    private String scenario;

    @Option(
            names = "--clients",
            defaultValue = "4",
            description = "Studies at the same time (default ${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--time-out", defaultValue = "2m", description = "Of a request (default ${DEFAULT-VALUE}).")
    private String timeout;

    @Option(
            names = "--settle",
            defaultValue = "10s",
            description = "How long a study may take until it is found whole (default ${DEFAULT-VALUE}).")
    private String settle;

    @Option(
            names = "--move-to",
            paramLabel = "AET:PORT",
            description = "Retrieves by C-MOVE instead of C-GET, to this AE title on a port of this machine.")
    private String moveTo;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes the result (default: verify.json beside the ledger).")
    private Path json;

    @Option(names = "--plain", description = "Plain lines even in a terminal.")
    private boolean plain;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Access from = Scenarios.load(scenario == null ? "smoke" : scenario).access();
        Duration limit = Units.duration("--time-out", timeout);
        VerifyOptions options = new VerifyOptions(clients, limit, Units.duration("--settle", settle), 3, receiver());
        VerifyResult result;
        try (LedgerVerification check = new LedgerVerification(ledger, access.apply(from), options)) {
            System.out.println("checking " + check.instances() + " instances");
            boolean terminal = !plain && LiveView.isTerminal();
            try (LiveView view = LiveView.begin(System.out, terminal, () -> progress(check))) {
                result = check.run();
            }
        }
        Path file = json == null ? ledger.resolveSibling("verify.json") : json;
        ResultFiles.write(file, result);
        print(result);
        System.out.println("result  " + file);
        return result.passed() ? 0 : 1;
    }

    private Optional<Receiver> receiver() {
        if (moveTo == null) {
            return Optional.empty();
        }
        int colon = moveTo.indexOf(':');
        if (colon <= 0 || !moveTo.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("--move-to is written as AET:PORT, such as LOADTEST:11113");
        }
        return Optional.of(
                new Receiver(moveTo.substring(0, colon), "0.0.0.0", Integer.parseInt(moveTo.substring(colon + 1))));
    }

    private static List<String> progress(LedgerVerification check) {
        return List.of(String.format(
                Locale.ROOT,
                "%d of %d instances (%.0f %%), problems: %s",
                check.checked(),
                check.instances(),
                check.instances() == 0 ? 100.0 : 100.0 * check.checked() / check.instances(),
                check.problems().isEmpty() ? "none" : check.problems()));
    }

    private static void print(VerifyResult result) {
        System.out.printf(
                Locale.ROOT,
                "%d studies: %d acknowledged, %d without answer (%d of them there), %d refused (%d of them there)%n",
                result.studies(),
                result.stored(),
                result.unknown(),
                result.unknownPresent(),
                result.refused(),
                result.refusedPresent());
        System.out.println("compared: " + result.retrieved());
        result.findings().stream()
                .limit(FINDINGS)
                .forEach(each -> System.out.println("  " + each.problem() + " by "
                        + each.way() + ": "
                        + (each.sopInstanceUid().isEmpty() ? each.studyInstanceUid() : each.sopInstanceUid()) + ": "
                        + each.detail()));
        System.out.println(
                result.passed()
                        ? "PASSED: nothing is lost, altered, duplicated, unfound, phantom or miscounted"
                        : "FAILED: " + result.problems());
    }
}
