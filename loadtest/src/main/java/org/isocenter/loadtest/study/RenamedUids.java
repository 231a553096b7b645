/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * UIDs of a round through a folder, the same for the same original (PS3.5 B.2).
 *
 * @param seed of the run
 * @param round from 0
 */
record RenamedUids(long seed, int round) {

    String of(String original) {
        String name = "isocenter-load/" + seed + "/" + round + "/" + original;
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }
}
