/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.report;

import java.util.List;

/**
 * A content item as it is read (PS3.3 C.17.3).
 *
 * @param container whether it is a heading of what it contains
 * @param name meaning of its concept name; empty if it has none
 * @param value in words; empty if it has none
 * @param children what stands under it
 */
record ContentItem(boolean container, String name, String value, List<ContentItem> children) {}
