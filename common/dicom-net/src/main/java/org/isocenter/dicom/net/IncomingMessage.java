/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import org.isocenter.dicom.data.Attributes;

/**
 * A message whose command set has arrived.
 *
 * @param context the accepted context that it came in
 * @param command the command set
 * @param field its kind; null if PS3.7 has none
 * @param dataset null if it has none
 */
record IncomingMessage(PresentationContext context, Attributes command, CommandField field, DatasetInput dataset) {}
