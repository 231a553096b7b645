/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.archive.error.ArchiveException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChunkPoolTest {

    @Test
    void takeMore_leavesRoomForBodiesThatBegin() {
        ChunkPool pool = new ChunkPool(16L * ChunkPool.CHUNK, Duration.ofMillis(20));
        List<byte[]> taken = new ArrayList<>();
        taken.add(pool.take());
        for (byte[] more = pool.takeMore(); more != null; more = pool.takeMore()) {
            taken.add(more);
        }
        assertThat(taken).hasSize(12);
        for (int i = 0; i < 4; i++) {
            assertThat(pool.take()).hasSize(ChunkPool.CHUNK);
        }
        assertThatThrownBy(pool::take).isInstanceOf(ArchiveException.class);
        taken.forEach(pool::giveBack);
        assertThat(pool.takeMore()).isNotNull();
    }
}
