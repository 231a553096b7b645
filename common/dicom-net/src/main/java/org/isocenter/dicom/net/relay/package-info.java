/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Passes requests that another program performs on to it, message by message, over an association of its own with the requestor's
 * AE titles, contexts and identity; and what that program requests back to the requestor.
 */
package org.isocenter.dicom.net.relay;
