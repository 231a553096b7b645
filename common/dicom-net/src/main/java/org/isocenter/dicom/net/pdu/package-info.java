/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Protocol data units of the upper layer and the items of the association's negotiation (PS3.8 9.3, PS3.7 D.3). */
package org.isocenter.dicom.net.pdu;
