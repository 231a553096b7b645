/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.lock.hazelcast;

import java.util.List;

/**
 * Which cluster of services shares the locks.
 *
 * @param clusterName only members of the same name find each other
 * @param listen the address that this member listens on
 * @param port the first port that is tried
 * @param members {@code host[:port]} of other members; none for a process that is alone
 */
public record HazelcastSettings(String clusterName, String listen, int port, List<String> members) {
    public HazelcastSettings {
        members = List.copyOf(members);
    }
}
