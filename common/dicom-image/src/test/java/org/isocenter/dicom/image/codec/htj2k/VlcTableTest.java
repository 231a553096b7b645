/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.htj2k;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VlcTableTest {

    /** A decoder sees where a codeword ends. */
    @Test
    void codewords_noneBeginsAnother() {
        for (VlcTable table : new VlcTable[] {VlcTable.FIRST, VlcTable.OTHER}) {
            for (int context = 0; context < 8; context++) {
                List<Integer> codes = codes(table, context);
                for (int one : codes) {
                    for (int other : codes) {
                        int common = Math.min(VlcTable.length(one), VlcTable.length(other));
                        int mask = (1 << common) - 1;
                        boolean isSame = VlcTable.codeword(one) == VlcTable.codeword(other);
                        assertThat(isSame || (VlcTable.codeword(one) & mask) != (VlcTable.codeword(other) & mask))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void code_everyPattern_isThere() {
        for (VlcTable table : new VlcTable[] {VlcTable.FIRST, VlcTable.OTHER}) {
            for (int context = 0; context < 8; context++) {
                for (int pattern = context == 0 ? 1 : 0; pattern < 16; pattern++) {
                    for (int greatest = 0; greatest < 16; greatest++) {
                        if ((greatest & ~pattern) == 0) {
                            assertThat(VlcTable.length(table.code(context, pattern, greatest)))
                                    .isBetween(1, 7);
                        }
                    }
                }
            }
        }
    }

    private static List<Integer> codes(VlcTable table, int context) {
        List<Integer> codes = new ArrayList<>();
        for (int pattern = context == 0 ? 1 : 0; pattern < 16; pattern++) {
            for (int greatest = 0; greatest < 16; greatest++) {
                if ((greatest & ~pattern) == 0) {
                    codes.add(table.code(context, pattern, greatest));
                }
            }
        }
        return codes;
    }
}
