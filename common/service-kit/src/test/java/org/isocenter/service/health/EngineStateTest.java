/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.health;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngineStateTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Queue<Runnable> questions = new ArrayDeque<>();
    private final AtomicLong clock = new AtomicLong();
    private RuntimeException failure;
    private final EngineState engine = new EngineState(
            () -> {
                if (failure != null) {
                    throw failure;
                }
            },
            questions::add,
            Duration.ofSeconds(5),
            clock::get);

    @Test
    void answer_isTheState() {
        ask();
        assertThat(engine.state(AT_ONCE)).isEqualTo("up");
        failure = new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "down");
        ask();
        assertThat(engine.state(AT_ONCE)).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE.label());
        failure = null;
        ask();
        assertThat(engine.state(AT_ONCE)).isEqualTo("up");
    }

    @Test
    void engineThatTakesItsTime_isAsItWas() {
        assertThat(engine.state(AT_ONCE)).as("never asked").isEqualTo("no answer");
        ask();
        assertThat(engine.state(AT_ONCE)).isEqualTo("up");
        engine.ask();
        clock.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(engine.state(AT_ONCE)).isEqualTo("up");
    }

    @Test
    void engineThatDoesNotAnswer_isGivenUpAtTheLimit() {
        ask();
        assertThat(engine.state(AT_ONCE)).isEqualTo("up");
        engine.ask();
        clock.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(engine.state(AT_ONCE)).isEqualTo("no answer");
        questions.remove().run();
        assertThat(engine.state(AT_ONCE)).as("it answered after all").isEqualTo("up");
    }

    @Test
    void engineThatIsBeingAsked_isNotAskedAgain() {
        engine.ask();
        engine.ask();
        assertThat(questions).hasSize(1);
    }

    private void ask() {
        engine.ask();
        questions.remove().run();
    }
}
