/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.event.kafka;

import java.time.Duration;

import org.isocenter.archive.event.EventBus;
import org.isocenter.archive.event.EventBusContract;
import org.isocenter.engines.SharedEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaEventBusTest extends EventBusContract {

    private static KafkaEventBus bus;

    @BeforeAll
    static void open() throws InterruptedException {
        bus = new KafkaEventBus(
                new KafkaSettings(SharedEngines.get().kafka(), "eventcontract" + System.nanoTime(), 3, 1));
        assertThat(bus.await(Duration.ofSeconds(30))).isTrue();
    }

    @AfterAll
    static void close() {
        bus.close();
    }

    @Override
    protected EventBus bus() {
        return bus;
    }
}
