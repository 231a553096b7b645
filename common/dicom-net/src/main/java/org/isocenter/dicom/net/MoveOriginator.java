/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

/**
 * Whose C-MOVE a C-STORE is a sub-operation of (PS3.7 9.3.1.1).
 *
 * @param aeTitle Move Originator Application Entity Title (0000,1030)
 * @param messageId Move Originator Message ID (0000,1031)
 */
public record MoveOriginator(String aeTitle, int messageId) {}
