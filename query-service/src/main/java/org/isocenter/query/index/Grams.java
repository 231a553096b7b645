/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.service.match.WildcardPattern;

/**
 * Texts by what they have in a row: each three letters are a term, with marks for both edges of a text. What a wildcard leaves standing is a
 * phrase of such terms, which is found in the order of the index, and the search ends with the hundredth hit; going through all texts that
 * may match does not.
 */
final class Grams {

    /** No character, so in no text that is one. */
    private static final char EDGE = '\uFFFF';

    private static final char REPLACEMENT = '\uFFFD';

    static final int LENGTH = 3;

    /** A text that begins with a letter and goes on in any way. */
    private static final int SHORTEST_BEGINNING = 2;

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TYPE.setTokenized(true);
        TYPE.setOmitNorms(true);
        TYPE.freeze();
    }

    private Grams() {}

    /**
     * What stands for a pattern.
     *
     * @param query finds every text that matches
     * @param exact whether it finds no other
     */
    record Narrowed(Query query, boolean exact) {}

    /** What of a text is indexed beside the text itself. */
    enum Parts {
        NONE,
        /** Three letters in a row. */
        GRAMS,
        /** Each letter too: a family name may have but two, and people look for one. */
        GRAMS_AND_LETTERS
    }

    /** Parts of attributes of studies in which people search for parts. */
    static Parts partsOf(String parent, int tag) {
        if (!parent.equals(IndexFields.KIND_STUDY)) {
            return Parts.NONE;
        }
        return switch (Dictionary.vrOf(tag)) {
            case PN -> Parts.GRAMS_AND_LETTERS;
            case LO, SH -> Parts.GRAMS;
            default -> Parts.NONE;
        };
    }

    /** The terms of a text. */
    static Field field(String path, String text, Parts parts) {
        int[] marked = marked(text);
        List<String> whole = new ArrayList<>();
        whole.add(new String(marked, 0, SHORTEST_BEGINNING));
        if (parts == Parts.GRAMS_AND_LETTERS) {
            text.codePoints().distinct().forEach(letter -> whole.add(Character.toString(letter)));
        }
        List<String> terms = new ArrayList<>(marked.length);
        for (int at = 0; at + LENGTH <= marked.length; at++) {
            terms.add(new String(marked, at, LENGTH));
        }
        return new Field(IndexFields.grams(path), new GramStream(whole, terms), TYPE);
    }

    private static int[] marked(String text) {
        return codePoints(EDGE + text.replace(EDGE, REPLACEMENT) + EDGE);
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }

    /** What stands for a pattern; empty if too little stands between its wildcards. */
    static Optional<Narrowed> of(String path, WildcardPattern pattern, Parts parts) {
        if (pattern.text().indexOf(EDGE) >= 0) {
            return Optional.empty();
        }
        List<int[]> pieces = pieces(pattern);
        boolean one = pieces.size() == 1 && pattern.text().indexOf('?') < 0;
        String field = IndexFields.grams(path);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int[] letters : pieces) {
            if (letters.length >= LENGTH) {
                all.add(phrase(field, letters), Occur.FILTER);
            } else if (one && isFewLetters(letters)) {
                all.add(few(field, letters), Occur.FILTER);
            } else if (one && parts == Parts.GRAMS_AND_LETTERS && letters.length == 1) {
                all.add(new TermQuery(new Term(field, Character.toString(letters[0]))), Occur.FILTER);
            } else {
                return Optional.empty(); // many texts, each of which would have to be looked at
            }
        }
        return pieces.isEmpty() ? Optional.empty() : Optional.of(new Narrowed(all.build(), one));
    }

    /** What stands between the wildcards, with the marks of the edges. */
    private static List<int[]> pieces(WildcardPattern pattern) {
        List<int[]> pieces = new ArrayList<>();
        for (String piece : (EDGE + pattern.text() + EDGE).split("[*?]+")) {
            int[] letters = codePoints(piece);
            if (letters.length > 1 || letters.length == 1 && letters[0] != EDGE) {
                pieces.add(letters);
            }
        }
        return pieces;
    }

    private static boolean isFewLetters(int[] letters) {
        return letters.length == LENGTH - 1 && letters[letters.length - 1] != EDGE;
    }

    /** A beginning of one letter is a term; after two letters comes a third one or the edge. */
    private static Query few(String field, int[] letters) {
        Term term = new Term(field, new String(letters, 0, letters.length));
        return letters[0] == EDGE ? new TermQuery(term) : new PrefixQuery(term);
    }

    /** All letters at their places; terms overlap no more than they must. */
    private static Query phrase(String field, int[] letters) {
        if (letters.length <= LENGTH) {
            return new TermQuery(new Term(field, new String(letters, 0, letters.length)));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int last = letters.length - LENGTH;
        for (int at = 0; at < last; at += LENGTH) {
            phrase.add(new Term(field, new String(letters, at, LENGTH)), at);
        }
        phrase.add(new Term(field, new String(letters, last, LENGTH)), last);
        return phrase.build();
    }
}
