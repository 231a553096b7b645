/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import com.sun.jna.Library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NativeCodeTest {

    /** Functions that nobody calls. */
    public interface Nothing extends Library {}

    @Test
    void load_unknownLibrary_saysSo() {
        assertThatThrownBy(() -> NativeCode.load("isocenter-none", UnaryOperator.identity(), Nothing.class))
                .isInstanceOf(CodestreamException.class)
                .hasMessageContaining("cannot be loaded");
    }

    @Test
    void fromClassPath_absentOrNoLibrary_saysSo() {
        assertThatThrownBy(() -> NativeCode.fromClassPath("/none.so", UnaryOperator.identity(), Nothing.class))
                .isInstanceOf(CodestreamException.class)
                .hasMessageContaining("class path");
        String noLibrary = "/" + getClass().getName().replace('.', '/') + ".class";
        assertThatThrownBy(() -> NativeCode.fromClassPath(noLibrary, UnaryOperator.identity(), Nothing.class))
                .isInstanceOf(CodestreamException.class)
                .hasMessageContaining("cannot be loaded");
    }
}
