/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.charset;

import java.nio.charset.Charset;

/** A repertoire that stands alone, without code extensions: UTF-8, GB18030, GBK and what is met outside the standard. */
final class WholeCodec implements TextCodec {

    private final Charset charset;

    WholeCodec(Charset charset) {
        this.charset = charset;
    }

    @Override
    public String decode(byte[] bytes, Delimiters delimiters) {
        return new String(bytes, charset);
    }

    @Override
    public byte[] encode(String text, Delimiters delimiters) {
        return text.getBytes(charset);
    }

    @Override
    public boolean canEncode(String text) {
        return charset.newEncoder().canEncode(text);
    }

    @Override
    public boolean keepsAscii() {
        return true;
    }
}
