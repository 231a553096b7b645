/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

/** A compressed frame, out of the items that its fragments are in. */
final class FragmentsContent extends DerivedContent {

    private final DatasetCodec codec;

    FragmentsContent(ObjectContent range, DatasetCodec codec) {
        super(range);
        this.codec = codec;
    }

    @Override
    byte[] derive(byte[] bytes) {
        return codec.strip(bytes);
    }
}
