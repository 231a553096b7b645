/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every process as it is now.
 *
 * @param rows one for each process
 */
record StatusReport(List<Row> rows) {

    private static final long MIB = 1024;

    /**
     * A process.
     *
     * @param name what it is called
     * @param pid its process, 0 if there is none
     * @param state how it is
     * @param addresses where it listens
     * @param residentKib memory that it holds, in KiB
     */
    record Row(String name, long pid, Member.State state, List<String> addresses, long residentKib) {}

    /** Asks all of them at once: one that does not answer takes some seconds. */
    static StatusReport of(Members members) {
        List<Row> rows = members.all().parallelStream()
                .map(each -> new Row(
                        each.name(),
                        each.process().isAlive() ? each.process().pid() : 0,
                        each.state(),
                        each.addresses(),
                        0))
                .toList();
        Map<Long, Long> resident = ResidentMemory.of(
                rows.stream().map(Row::pid).filter(pid -> pid > 0).toList());
        return new StatusReport(rows.stream()
                .map(row -> new Row(
                        row.name(), row.pid(), row.state(), row.addresses(), resident.getOrDefault(row.pid(), 0L)))
                .toList());
    }

    /** For people. */
    String table() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-14s %8s  %-10s %10s  %s%n", "NAME", "PID", "STATE", "MEMORY", "PORTS"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-14s %8s  %-10s %6d MiB  %s%n",
                    row.name(),
                    row.pid() == 0 ? "-" : String.valueOf(row.pid()),
                    row.state().label(),
                    row.residentKib() / MIB,
                    String.join(", ", row.addresses())));
        }
        long sum = rows.stream().mapToLong(Row::residentKib).sum();
        return text.append(String.format(Locale.ROOT, "%-14s %8s  %-10s %6d MiB%n", "all", "", "", sum / MIB))
                .toString();
    }

    /** For programs: an array of objects. */
    String json() {
        return rows.stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "{\"name\":\"%s\",\"pid\":%d,\"state\":\"%s\",\"residentKib\":%d,\"addresses\":[%s]}",
                        row.name(),
                        row.pid(),
                        row.state().label(),
                        row.residentKib(),
                        row.addresses().stream().map(each -> '"' + each + '"').collect(Collectors.joining(","))))
                .collect(Collectors.joining(",\n", "[", "]\n"));
    }
}
