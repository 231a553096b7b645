/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.model;

/** Where an object lies: a bucket and a key in it, both plain text. */
public record ObjectLocation(String bucket, String key) {}
