/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import org.isocenter.dicom.data.Attributes;

/**
 * A work item as a search sees it.
 *
 * @param uid its SOP Instance UID
 * @param attributes not to be changed
 */
public record FoundWorkitem(String uid, Attributes attributes) {}
