/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.io;

import org.isocenter.dicom.data.Attributes;

/**
 * What a scan found.
 *
 * @param attributes the data set, long values as {@link org.isocenter.dicom.data.BulkData}
 * @param frames where the frames lie
 * @param length bytes of the data set as it came (deflated ones where it is deflated)
 */
public record ScannedDataset(Attributes attributes, FrameIndex frames, long length) {}
