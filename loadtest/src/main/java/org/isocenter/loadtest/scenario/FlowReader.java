/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.isocenter.loadtest.scenario.FlowPlan.AssociationUse;

/** Reads a flow. */
final class FlowReader {

    private static final int MOST_CLIENTS = 2000;
    private static final int OPEN_LOOP_CLIENTS = 64;

    private final Section section;
    private final Duration whole;

    FlowReader(Section section, Duration whole) {
        this.section = section;
        this.whole = whole;
    }

    FlowPlan read() {
        Duration start = section.duration("start", Duration.ZERO);
        if (start.compareTo(whole) >= 0) {
            throw section.wrong("start", "is after the end of the run");
        }
        Duration ramp = section.duration("ramp", Duration.ZERO);
        Duration length = section.duration("for", whole.minus(start));
        if (start.plus(length).compareTo(whole) > 0) {
            throw section.wrong("for", "the flow would end after the run; make 'duration' longer");
        }
        Optional<RateProfile> arrivals = arrivals(ramp, length);
        if (arrivals.isEmpty() && !section.has("clients")) {
            throw section.wrong(
                    "clients", "write how many clients go round (closed loop), or a 'rate' or 'stages' (open loop)");
        }
        Duration think = section.duration("think", Duration.ZERO);
        if (arrivals.isPresent() && !think.isZero()) {
            throw section.wrong("think", "with a rate arrivals are given; leave it out");
        }
        FlowPlan plan = new FlowPlan(
                section.text("name", "load"),
                section.number("clients", OPEN_LOOP_CLIENTS, 1, MOST_CLIENTS),
                arrivals,
                poisson(),
                ramp,
                start,
                arrivals.map(RateProfile::length).orElse(length),
                think,
                associations(),
                mix());
        section.end();
        return plan;
    }

    private Optional<RateProfile> arrivals(Duration ramp, Duration length) {
        double rate = section.rate("rate");
        List<Section> stages = section.sections("stages");
        if (!stages.isEmpty()) {
            if (rate >= 0) {
                throw section.wrong("stages", "write a rate or stages, not both");
            }
            return Optional.of(stages(stages, length));
        }
        if (rate < 0) {
            return Optional.empty();
        }
        if (rate == 0) {
            throw section.wrong("rate", "must be above zero");
        }
        return Optional.of(RateProfile.constant(rate, ramp, length));
    }

    private RateProfile stages(List<Section> sections, Duration length) {
        List<RateProfile.Stage> stages = new ArrayList<>();
        double from = 0;
        for (Section each : sections) {
            double to = each.rate("to");
            double rate = each.rate("rate");
            if (to >= 0 == rate >= 0) {
                throw each.wrong("rate", "a stage has a 'rate' that it keeps, or a rate 'to' which it goes");
            }
            Duration time = each.duration("for", null);
            if (time == null || time.isZero()) {
                throw each.wrong("for", "is missing: how long the stage is");
            }
            stages.add(new RateProfile.Stage(rate >= 0 ? rate : from, rate >= 0 ? rate : to, time));
            from = rate >= 0 ? rate : to;
            each.end();
        }
        RateProfile profile = new RateProfile(stages);
        if (profile.length().compareTo(length) > 0) {
            throw section.wrong("stages", "together they are longer than the run; make 'duration' longer");
        }
        return profile;
    }

    private boolean poisson() {
        String arrivals = section.text("arrivals", "poisson");
        if (!arrivals.equals("poisson") && !arrivals.equals("even")) {
            throw section.wrong("arrivals", "'" + arrivals + "' is neither poisson nor even");
        }
        return arrivals.equals("poisson");
    }

    private AssociationUse associations() {
        String text = section.text("associations", "keep");
        if (text.equals("keep")) {
            return new AssociationUse(0);
        } else if (text.equals("renew")) {
            return new AssociationUse(1);
        }
        try {
            int operations = Integer.parseInt(text);
            if (operations > 0) {
                return new AssociationUse(operations);
            }
        } catch (NumberFormatException e) {
            throw section.wrong("associations", "'" + text + "' is none of keep, renew or a number of operations");
        }
        throw section.wrong("associations", "must be 1 at least");
    }

    private List<MixEntry> mix() {
        Section mix = section.section("mix");
        if (mix == null || mix.keys().isEmpty()) {
            throw section.wrong("mix", "is missing; write operations with their weights, such as {c-store: 1}");
        }
        List<MixEntry> entries = new ArrayList<>();
        for (String key : mix.keys()) {
            OperationKind kind = OperationKind.of(key)
                    .orElseThrow(() -> mix.wrong(
                            key, "there is no such operation; there are " + String.join(", ", OperationKind.labels())));
            entries.add(new MixEntry(key, kind, mix.decimal(key, 1), keys(mix, key, kind)));
        }
        if (entries.stream().mapToDouble(MixEntry::weight).sum() <= 0) {
            throw section.wrong("mix", "one weight at least must be above zero");
        }
        return entries;
    }

    /** The keys of a search: c-find-by-patient, qido-by-name; without one, all in turn. */
    private static List<SearchKey> keys(Section mix, String key, OperationKind kind) {
        boolean searches = kind == OperationKind.C_FIND || kind == OperationKind.QIDO;
        int by = key.indexOf("-by-");
        if (by < 0) {
            return searches
                    ? List.of(SearchKey.PATIENT, SearchKey.ACCESSION, SearchKey.NAME, SearchKey.DATE)
                    : List.of();
        }
        if (!searches) {
            throw mix.wrong(key, "only c-find and qido search by something");
        }
        return List.of(SearchKey.of(key.substring(by + 4))
                .orElseThrow(() -> mix.wrong(
                        key, "nothing is searched by that; write one of " + String.join(", ", SearchKey.labels()))));
    }
}
