/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg2000;

/** Sizes and offsets in bytes of OpenJPEG 2.5's structures where long and pointers are of 64 bits. */
final class OpenJpegLayout {

    /** opj_dparameters_t, with room to spare. */
    static final long DECODER_PARAMETERS = 16_384;
    /** opj_cparameters_t, with room to spare. */
    static final long ENCODER_PARAMETERS = 32_768;

    static final long ALLOCATE_BY_RATE = 20;
    static final long LAYERS = 4796;
    static final long RATES = 4800;
    static final long RESOLUTIONS = 5600;
    static final long IRREVERSIBLE = 5616;
    static final long COLOUR_TRANSFORM = 18_698;

    static final long IMAGE_X1 = 8;
    static final long IMAGE_Y1 = 12;
    static final long IMAGE_COMPONENTS = 16;
    static final long IMAGE_COMPONENT_ARRAY = 24;

    static final long COMPONENT = 64;
    static final long COMPONENT_WIDTH = 8;
    static final long COMPONENT_HEIGHT = 12;
    static final long COMPONENT_DATA = 48;

    static final long COMPONENT_PARAMETERS = 36;
    static final long PARAMETER_DX = 0;
    static final long PARAMETER_DY = 4;
    static final long PARAMETER_WIDTH = 8;
    static final long PARAMETER_HEIGHT = 12;
    static final long PARAMETER_PRECISION = 24;
    static final long PARAMETER_BITS = 28;
    static final long PARAMETER_SIGNED = 32;

    private OpenJpegLayout() {}
}
