/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.json;

/** Whether a data set that is being read has to declare UTF-8. */
final class DeclaredCharacterSet {

    private boolean declared;
    private boolean nonAscii;

    /** The document declares a character set. */
    void declare() {
        declared = true;
    }

    /** Takes notice of a text and returns it. */
    String seen(String text) {
        for (int i = 0; !nonAscii && i < text.length(); i++) {
            nonAscii = text.charAt(i) >= 0x80;
        }
        return text;
    }

    /** Takes notice of what was seen in an item. */
    void add(DeclaredCharacterSet item) {
        nonAscii |= item.nonAscii;
    }

    boolean isDeclared() {
        return declared;
    }

    boolean isNeeded() {
        return declared || nonAscii;
    }
}
