/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Terms one after the other, but the second at the place of the first, and the first far from those of another text. */
final class GramStream extends TokenStream {

    /** More than the terms of a phrase are apart, so none goes on in the next text. */
    private static final int GAP = 2 * Grams.LENGTH;

    private final List<String> terms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private int next;

    GramStream(List<String> terms) {
        this.terms = terms;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        clearAttributes();
        term.setEmpty().append(terms.get(next));
        increment.setPositionIncrement(
                switch (next) {
                    case 0 -> GAP;
                    case 1 -> 0;
                    default -> 1;
                });
        next++;
        return true;
    }
}
