/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/**
 * SOP class extended negotiation (PS3.7 D.3.3.5).
 *
 * @param sopClassUid the SOP class
 * @param information the service class application information, as its service class defines it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the service class defines them, never changed
public record ExtendedNegotiation(String sopClassUid, byte[] information) {}
