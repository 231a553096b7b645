/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.loadtest.operation.Operation;
import org.isocenter.loadtest.operation.Service;
import org.isocenter.loadtest.operation.Session;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.report.Measurement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RoundTest {

    private static final Target NOWHERE =
            new Target("nowhere", "127.0.0.1", 0, "X", null, EnumSet.noneOf(Service.class));

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void run_moreClients_shareTheRequests() throws Exception {
        Measurement round = new Round(3, 100, Duration.ofMinutes(1)).run(new Fake(Integer.MAX_VALUE), NOWHERE);

        assertThat(round.micros().getTotalCount()).isEqualTo(100);
        assertThat(round.bytes()).isEqualTo(700);
        assertThat(round.items()).isEqualTo(1000);
        assertThat(opened).hasValue(3);
        assertThat(closed).hasValue(3);
    }

    @Test
    void run_timeIsOver_endsEarlier() throws Exception {
        Measurement round =
                new Round(1, Integer.MAX_VALUE, Duration.ofMillis(50)).run(new Fake(Integer.MAX_VALUE), NOWHERE);

        assertThat(round.seconds()).isBetween(0.05, 30.0);
    }

    @Test
    void run_aRequestFails_failsAndClosesTheClients() {
        assertThatThrownBy(() -> new Round(2, 100, Duration.ofMinutes(1)).run(new Fake(5), NOWHERE))
                .isInstanceOf(IOException.class)
                .hasMessage("enough");
        assertThat(closed).hasValue(2);
    }

    private final class Fake implements Operation {

        private final int failAfter;

        Fake(int failAfter) {
            this.failAfter = failAfter;
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Service service() {
            return Service.STORE;
        }

        @Override
        public int items() {
            return 10;
        }

        @Override
        public Session open(Target target) {
            opened.incrementAndGet();
            return new Session() {
                @Override
                public long run() throws IOException {
                    if (done.incrementAndGet() > failAfter) {
                        throw new IOException("enough");
                    }
                    return 7;
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        }
    }
}
