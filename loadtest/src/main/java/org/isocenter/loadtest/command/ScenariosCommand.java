/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.command;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.scenario.Scenarios;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says which scenarios there are. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        description = "Lists the scenarios that come with the program, or prints one, to be changed and run as a file.")
public final class ScenariosCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Prints this one.")
    private String name;

    @Override
    public Integer call() {
        if (name != null) {
            System.out.print(Scenarios.text(name));
            return 0;
        }
        for (String each : Scenarios.names()) {
            Scenario scenario = Scenarios.load(each);
            System.out.println(
                    String.format(Locale.ROOT, "%-14s %5s  %s", each, minutes(scenario), scenario.description()));
        }
        return 0;
    }

    private static String minutes(Scenario scenario) {
        long seconds = scenario.duration().toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
