/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.object;

import org.isocenter.archive.model.ObjectLocation;

/** An object on its way in. Nothing of it is seen before {@link #commit}. Used by one thread. */
public interface ObjectUpload extends AutoCloseable {

    /** Takes bytes; the array may be used again afterwards. */
    void write(byte[] buffer, int offset, int length);

    /** Makes the object durable and visible. After return it survives what the store promises to survive. */
    void commit(ObjectLocation location);

    /** Leaves nothing behind when the upload was not committed. */
    @Override
    void close();
}
