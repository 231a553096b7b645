/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

/** Where the frames of an instance lie. */
public interface FrameLayout {

    /** How many frames there are; 0 without pixel data. */
    int count();

    /** Where a frame begins, in bytes from the start of the data set; frames count from 0. */
    long offset(int frame);

    /** Bytes that the frame takes, item headers included. */
    long length(int frame);

    /** Whether the ranges hold items with fragments. */
    boolean encapsulated();
}
