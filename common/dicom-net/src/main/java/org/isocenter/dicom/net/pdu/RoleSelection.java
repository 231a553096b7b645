/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.pdu;

/**
 * SCP/SCU role selection (PS3.7 D.3.3.4).
 *
 * @param sopClassUid the SOP class
 * @param scu whether the association's requestor may be SCU
 * @param scp whether the association's requestor may be SCP
 */
public record RoleSelection(String sopClassUid, boolean scu, boolean scp) {}
