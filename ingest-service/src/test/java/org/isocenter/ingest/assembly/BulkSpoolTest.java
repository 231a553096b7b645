/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BulkSpoolTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private static ByteArrayInputStream bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return new ByteArrayInputStream(bytes);
    }

    private static ErrorCode code(Throwable failure) {
        return ((ArchiveException) failure).code();
    }

    @Test
    void append_manyAndReadThemInAnyOrder() throws IOException {
        SpoolSpace space = new SpoolSpace(10 * MEBIBYTE);
        try (BulkSpool spool = new BulkSpool(folder.resolve("new"), space)) {
            BulkRange first = spool.append(bytes(3 * MEBIBYTE, 1));
            BulkRange empty = spool.append(bytes(0, 0));
            BulkRange second = spool.append(bytes(100, 2));
            assertThat(spool.open(second).readAllBytes()).hasSize(100).containsOnly(2);
            assertThat(spool.open(first).readAllBytes()).hasSize(3 * MEBIBYTE).containsOnly(1);
            assertThat(spool.open(empty).readAllBytes()).isEmpty();
            assertThat(spool.head(second, 10)).hasSize(10).containsOnly(2);
            assertThat(space.taken()).isGreaterThanOrEqualTo(3 * MEBIBYTE + 100);
        }
        assertThat(space.taken()).isZero();
        try (Stream<Path> left = Files.list(folder.resolve("new"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void append_moreThanThereIs() {
        SpoolSpace space = new SpoolSpace(2 * MEBIBYTE);
        try (BulkSpool spool = new BulkSpool(folder, space)) {
            assertThatThrownBy(() -> spool.append(bytes(3 * MEBIBYTE, 1)))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
        }
        assertThat(space.taken()).isZero();
    }

    @Test
    void append_othersHaveTheRoom() throws IOException {
        SpoolSpace space = new SpoolSpace(2 * MEBIBYTE);
        try (BulkSpool other = new BulkSpool(folder, space);
                BulkSpool spool = new BulkSpool(folder, space)) {
            other.append(bytes(MEBIBYTE + 1, 1));
            assertThatThrownBy(() -> spool.append(bytes(1, 1)))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(ErrorCode.OVER_CAPACITY));
            other.close();
            assertThat(spool.append(bytes(1, 1)).length()).isEqualTo(1);
        }
        assertThat(space.taken()).isZero();
    }

    @Test
    void append_folderThatCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (BulkSpool spool = new BulkSpool(file, new SpoolSpace(MEBIBYTE))) {
            assertThatThrownBy(() -> spool.append(bytes(1, 1)))
                    .satisfies(e -> assertThat(code(e)).isEqualTo(ErrorCode.STORAGE_FULL));
        }
    }
}
