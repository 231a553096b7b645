/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.http;

import java.util.Map;

import org.isocenter.retrieve.content.Content;

/** A part of a body: its headers and its bytes. */
record Part(Map<String, String> headers, Content content) {}
