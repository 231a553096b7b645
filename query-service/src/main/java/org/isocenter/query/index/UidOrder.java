/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

/** A number made of a UID: the same in every replica, so that each goes through equal hits in the same order (FNV-1a). */
final class UidOrder {

    private UidOrder() {}

    static long of(String uid) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < uid.length(); i++) {
            hash = (hash ^ uid.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
