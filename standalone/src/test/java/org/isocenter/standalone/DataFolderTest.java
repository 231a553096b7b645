/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One archive at a time on a data folder. */
class DataFolderTest {

    @TempDir
    Path data;

    @Test
    void heldFolder_isRefusedUntilItIsGivenFree() {
        DataFolder first = DataFolder.take(data);
        first.publish(new Endpoint("127.0.0.1", 8099, 11112), true);
        assertThatThrownBy(() -> DataFolder.take(data))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("already")
                .hasMessageContaining("8099");
        first.close();
        DataFolder.take(data).close();
    }

    @Test
    void stateOfAKilledArchive_isNoObstacle() throws Exception {
        Path state = data.resolve("run").resolve("standalone.json");
        Files.createDirectories(state.getParent());
        Files.writeString(state, "{\"pid\":1,\"state\":\"ready\"}");
        Files.writeString(state.resolveSibling("lock"), "");
        DataFolder folder = DataFolder.take(data);
        folder.publish(new Endpoint("127.0.0.1", 8080, 11112), false);
        assertThat(state)
                .content()
                .contains("\"pid\":" + ProcessHandle.current().pid());
        folder.close();
        assertThat(state).doesNotExist();
    }
}
