/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render;

/**
 * A rendering parameter that does not say what it may. The message names the parameter and what is allowed, and nothing of
 * what was sent.
 */
public final class InvalidRenderParameterException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String allowed;

    /** For a parameter, with what it may be. */
    public InvalidRenderParameterException(String parameter, String allowed) {
        super(parameter + " has to be " + allowed);
        this.parameter = parameter;
        this.allowed = allowed;
    }

    /** Its name. */
    public String parameter() {
        return parameter;
    }

    /** What it may be, in words. */
    public String allowed() {
        return allowed;
    }
}
