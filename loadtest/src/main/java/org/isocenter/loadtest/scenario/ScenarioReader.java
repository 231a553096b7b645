/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.isocenter.loadtest.scenario.Scenario.Preparation;
import org.isocenter.loadtest.scenario.Scenario.Receiver;
import org.isocenter.loadtest.scenario.Scenario.Retries;
import org.isocenter.loadtest.scenario.Scenario.SummaryTopic;
import org.isocenter.loadtest.scenario.Scenario.Timeouts;

/** Makes a scenario of its YAML form. */
final class ScenarioReader {

    private static final int MOST_CLIENTS = 2000;

    private final Section root;
    private final Duration duration;

    ScenarioReader(Section root) {
        this.root = root;
        this.duration = root.duration("duration", Duration.ofMinutes(1));
    }

    /** Reads all of it. */
    Scenario read() {
        String seed = root.text("seed", null);
        Optional<Path> files = Optional.ofNullable(root.text("files", null)).map(Path::of);
        Scenario scenario = new Scenario(
                root.text("name"),
                root.text("description", ""),
                duration,
                root.duration("warm-up", Duration.ZERO),
                root.duration("drain", Duration.ofSeconds(30)),
                seed == null ? OptionalLong.empty() : OptionalLong.of(root.number("seed", 0, 0, Integer.MAX_VALUE)),
                new AccessReader(root).read(),
                receiver(),
                timeouts(),
                retries(),
                new ShapeReader(root).read(files.isPresent()),
                files,
                root.number("patients", 0, 0, Integer.MAX_VALUE),
                root.duration("settle", Duration.ofSeconds(2)),
                preparation(),
                flows(),
                thresholds());
        root.end();
        check(scenario);
        return scenario;
    }

    private void check(Scenario scenario) {
        if (scenario.warmUp().compareTo(duration) >= 0) {
            throw root.wrong("warm-up", "must be shorter than the duration");
        }
        boolean moves = scenario.flows().stream()
                .flatMap(flow -> flow.mix().stream())
                .anyMatch(entry -> entry.kind() == OperationKind.C_MOVE);
        if (moves && scenario.receiver().isEmpty()) {
            throw root.wrong(
                    "receiver",
                    "c-move needs it: an AE title that the archive knows, and the port on which this program receives,"
                            + " such as {aet: LOADTEST, port: 11113}");
        }
    }

    private Optional<Receiver> receiver() {
        Section section = root.section("receiver");
        if (section == null) {
            return Optional.empty();
        }
        Receiver receiver = new Receiver(
                section.text("aet", "LOADTEST"),
                section.text("host", "127.0.0.1"),
                section.number("port", 11113, 1, 65535));
        section.end();
        return Optional.of(receiver);
    }

    private Timeouts timeouts() {
        Section section = root.section("time-outs");
        Map<OperationKind, Duration> each = new EnumMap<>(OperationKind.class);
        if (section == null) {
            return new Timeouts(Duration.ofSeconds(30), each);
        }
        section.has("connect");
        Duration operation = section.duration("operation", Duration.ofSeconds(30));
        for (OperationKind kind : OperationKind.values()) {
            Duration own = section.duration(kind.label(), null);
            if (own != null) {
                each.put(kind, own);
            }
        }
        section.end();
        return new Timeouts(operation, each);
    }

    private Retries retries() {
        Section section = root.section("retries");
        if (section == null) {
            return new Retries(1, Duration.ZERO);
        }
        Retries retries =
                new Retries(section.number("attempts", 3, 1, 1000), section.duration("pause", Duration.ofMillis(200)));
        section.end();
        return retries;
    }

    private Preparation preparation() {
        Section section = root.section("prepare");
        if (section == null) {
            return new Preparation(0, 1, false, Optional.empty());
        }
        int studies = section.number("studies", 0, 0, 100_000_000);
        int clients = section.number("clients", 4, 1, MOST_CLIENTS);
        String by = section.text("by", "c-store");
        if (!List.of("c-store", "stow", "summaries").contains(by)) {
            throw section.wrong("by", "'" + by + "' is none of c-store, stow and summaries");
        }
        Optional<SummaryTopic> summaries = by.equals("summaries")
                ? Optional.of(new SummaryTopic(
                        section.text("kafka", "127.0.0.1:9092"), section.text("topic", "isocenter.studies")))
                : Optional.empty();
        section.end();
        return new Preparation(studies, clients, by.equals("stow"), summaries);
    }

    private List<FlowPlan> flows() {
        List<FlowPlan> flows = new ArrayList<>();
        for (Section section : root.sections("load")) {
            flows.add(new FlowReader(section, duration).read());
        }
        if (flows.isEmpty()) {
            throw root.wrong("load", "is missing; write a list of flows, each with clients or rate and a mix");
        }
        return flows;
    }

    private List<Threshold> thresholds() {
        Section section = root.section("thresholds");
        List<Threshold> thresholds = new ArrayList<>();
        if (section != null) {
            for (String key : section.keys()) {
                thresholds.add(Threshold.parse(section.name(key), key, section.text(key)));
            }
        }
        return thresholds;
    }
}
