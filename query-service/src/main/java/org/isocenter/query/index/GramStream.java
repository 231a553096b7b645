/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Terms of a text as a whole at one place, far from those of another text, then its other terms one after the other from that place on. */
final class GramStream extends TokenStream {

    /** More than the terms of a phrase are apart, so none goes on in the next text. */
    private static final int GAP = 2 * Grams.LENGTH;

    private final List<String> whole;
    private final List<String> terms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private int next;

    GramStream(List<String> whole, List<String> terms) {
        this.whole = whole;
        this.terms = terms;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == whole.size() + terms.size()) {
            return false;
        }
        clearAttributes();
        term.setEmpty().append(next < whole.size() ? whole.get(next) : terms.get(next - whole.size()));
        if (next == 0) {
            increment.setPositionIncrement(GAP);
        } else {
            increment.setPositionIncrement(next <= whole.size() ? 0 : 1);
        }
        next++;
        return true;
    }
}
