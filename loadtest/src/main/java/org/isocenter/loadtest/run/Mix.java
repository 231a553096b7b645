/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.isocenter.loadtest.action.Action;
import org.isocenter.loadtest.action.Actions;
import org.isocenter.loadtest.scenario.MixEntry;

/** Actions with their weights. Thread-safe. */
final class Mix {

    private final List<Action> actions = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final double total;

    Mix(List<MixEntry> entries, Actions factory) {
        double sum = 0;
        for (MixEntry entry : entries) {
            actions.add(factory.of(entry));
            weights.add(entry.weight());
            sum += entry.weight();
        }
        this.total = sum;
    }

    Action choose(Random random) {
        double ticket = random.nextDouble() * total;
        for (int i = 0; i < actions.size(); i++) {
            ticket -= weights.get(i);
            if (ticket < 0) {
                return actions.get(i);
            }
        }
        return actions.get(actions.size() - 1);
    }
}
