/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.capabilities;

/**
 * A parameter of a request.
 *
 * @param name the name
 * @param style where it stands, as WADL says it: template, query or header
 * @param required whether it must be there
 * @param type of XML Schema, such as {@code xs:string}
 * @param defaultValue what holds without it, or null
 */
record ApiParameter(String name, String style, boolean required, String type, String defaultValue) {}
