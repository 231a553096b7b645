/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Studies of invented bodies that look like something: a thorax by CT with a segmentation and a measurement report, a head by MR, a
 * heart by ultrasound. They are for viewers, and for pictures of them that show nobody.
 */
package org.isocenter.loadtest.phantom;
