/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.isocenter.loadtest.dimse.DicomAddress;
import org.isocenter.loadtest.fault.ClientFault.Behaviour;
import org.isocenter.loadtest.fault.ProcessFault.How;
import org.isocenter.loadtest.scenario.Access;
import org.isocenter.loadtest.scenario.Scenario;
import org.isocenter.loadtest.scenario.ScenarioException;
import org.isocenter.loadtest.scenario.Scenarios;

/** All faults that a cluster knows, by their names. */
public final class FaultCatalogue {

    private static final int BAD_CLIENTS = 10;
    private static final int IDLE_ASSOCIATIONS = 100;
    private static final String FLOOD = "flood";

    /** One of each kind, for a short run. */
    private static final List<String> SHORT = List.of(
            "kill-ingest-1",
            "stop-query-1",
            "pause-retrieve-1",
            "restart-lifecycle-1",
            "kill-cassandra-1",
            "pause-kafka-1",
            "s3-503",
            "s3-cut",
            "s3-full",
            "stalled-clients",
            "vanishing-clients",
            "idle-associations",
            FLOOD);

    private final List<Fault> faults = new ArrayList<>();

    /**
     * The faults of a running cluster.
     *
     * @param cluster that is told
     * @param access to its front
     * @param folder for the ledger of the flood
     * @throws IOException when the cluster does not say which processes it has
     */
    public FaultCatalogue(ClusterControl cluster, Access access, Path folder) throws IOException {
        processes(cluster).forEach((kind, names) -> {
            for (How how : How.values()) {
                faults.add(new ProcessFault(cluster, how, names.first(), names.size() == 1));
            }
        });
        faults.add(new S3ServerFault(cluster, "s3-slow", List.of("slow", "1500")));
        faults.add(new S3ServerFault(cluster, "s3-500", List.of("error", "500")));
        faults.add(new S3ServerFault(cluster, "s3-503", List.of("error", "503")));
        faults.add(new S3ServerFault(cluster, "s3-cut", List.of("cut", "9000")));
        faults.add(new S3ServerFault(cluster, "s3-hang", List.of("hang")));
        faults.add(new S3ServerFault(cluster, "s3-full", List.of("full")));
        DicomAddress address = access.dicom(access.targets().get(0));
        for (Behaviour behaviour : Behaviour.values()) {
            faults.add(
                    new ClientFault(address, behaviour, behaviour == Behaviour.IDLE ? IDLE_ASSOCIATIONS : BAD_CLIENTS));
        }
        Scenario flood = Scenarios.load(FLOOD, Map.of()).withAccess(access);
        faults.add(new Flood(flood, FaultRun.ledger(folder, "flood-itself")));
    }

    /** Processes by their kind; the front is before the cluster, and its death is no fault of it. */
    private static Map<String, TreeSet<String>> processes(ClusterControl cluster) throws IOException {
        Map<String, TreeSet<String>> kinds = new TreeMap<>();
        cluster.states().keySet().forEach(name -> kinds.computeIfAbsent(
                        name.replaceAll("-[0-9]+$", ""), each -> new TreeSet<>())
                .add(name));
        kinds.remove("front");
        return kinds;
    }

    /** The names of all. */
    public List<String> names() {
        return faults.stream().map(Fault::name).toList();
    }

    /**
     * Those that are asked for.
     *
     * @param wanted names separated by commas, {@code all} or {@code short}
     * @throws ScenarioException when there is none of a name
     */
    public List<Fault> select(String wanted) {
        List<String> names =
                switch (wanted) {
                    case "all" -> names();
                    case "short" -> SHORT;
                    default -> Arrays.asList(wanted.split(","));
                };
        return names.stream().map(this::named).toList();
    }

    /** Those that are asked for, in a random order and without a pause. */
    public Fault sequence(long seed, String wanted) {
        return new FaultSequence(seed, select(wanted));
    }

    private Fault named(String name) {
        return faults.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ScenarioException(
                        "there is no fault " + name + "; there are " + String.join(", ", names())));
    }
}
