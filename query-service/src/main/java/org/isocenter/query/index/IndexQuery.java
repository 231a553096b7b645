/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.service.match.Criterion;
import org.isocenter.service.match.WildcardPattern;

/**
 * Keys as a query of the index.
 *
 * @param query finds all that the keys find, and perhaps more
 * @param remaining keys that the query does not decide; each found document has to be looked at
 */
record IndexQuery(Query query, List<Criterion> remaining) {

    static IndexQuery of(String kind, List<Criterion> criteria) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(IndexFields.KIND, kind)), Occur.FILTER);
        List<Criterion> remaining = new ArrayList<>();
        for (Criterion criterion : criteria) {
            if (!add(all, kind, criterion)) {
                remaining.add(criterion);
            }
        }
        BooleanQuery query = all.build();
        return new IndexQuery(
                query.clauses().size() == 1
                        ? new ConstantScoreQuery(query.clauses().get(0).getQuery())
                        : query,
                List.copyOf(remaining));
    }

    /** Returns whether the clause says exactly what the key says. */
    private static boolean add(BooleanQuery.Builder all, String parent, Criterion criterion) {
        String field = IndexFields.path(parent, criterion.tag());
        if (criterion instanceof Criterion.Uids uids) {
            all.add(anyOf(field, List.copyOf(uids.uids())), Occur.FILTER);
            return true;
        }
        if (criterion instanceof Criterion.Exact exact) {
            all.add(anyOf(field, List.copyOf(exact.values())), Occur.FILTER);
            return true;
        }
        if (criterion instanceof Criterion.Numbers numbers) {
            all.add(anyOf(field, List.copyOf(numbers.canonical())), Occur.FILTER);
            return true;
        }
        if (criterion instanceof Criterion.Text text) {
            return addText(all, parent, text);
        }
        if (criterion instanceof Criterion.Name name) {
            return addName(all, parent, name);
        }
        if (criterion instanceof Criterion.FuzzyName name) {
            name.words().forEach(word -> all.add(near(IndexFields.words(field), word), Occur.FILTER));
            return false;
        }
        if (criterion instanceof Criterion.Dates dates) {
            all.add(
                    LongPoint.newRangeQuery(
                            field,
                            dates.range().first() == null
                                    ? Long.MIN_VALUE
                                    : dates.range().first().toEpochDay(),
                            dates.range().last() == null
                                    ? Long.MAX_VALUE
                                    : dates.range().last().toEpochDay()),
                    Occur.FILTER);
            return true;
        }
        if (criterion instanceof Criterion.Times times) {
            all.add(
                    LongPoint.newRangeQuery(
                            field,
                            times.range().first() == null
                                    ? Long.MIN_VALUE
                                    : times.range().first().toNanoOfDay(),
                            times.range().last() == null
                                    ? Long.MAX_VALUE
                                    : times.range().last().toNanoOfDay()),
                    Occur.FILTER);
            return true;
        }
        if (criterion instanceof Criterion.CombinedDateTime moments) {
            all.add(
                    LongPoint.newRangeQuery(
                            IndexFields.combined(field),
                            moments.first() == null ? Long.MIN_VALUE : AttributeFields.nanosecondsFree(moments.first()),
                            moments.last() == null ? Long.MAX_VALUE : AttributeFields.nanosecondsFree(moments.last())),
                    Occur.FILTER);
            return false;
        }
        if (criterion instanceof Criterion.Item item) {
            // narrows; that one item has them all is seen by looking
            item.criteria().forEach(nested -> add(all, field, nested));
            return false;
        }
        return false; // an empty value, a date time: nothing to find it by
    }

    private static boolean addText(BooleanQuery.Builder all, String parent, Criterion.Text text) {
        boolean indexed =
                switch (Dictionary.vrOf(text.tag())) {
                    case LT, ST, UT, UC -> false; // may be longer than what is indexed
                    default -> true;
                };
        if (!indexed) {
            return false;
        }
        boolean exact = true;
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (WildcardPattern pattern : text.patterns()) {
            exact &= addPattern(any, Occur.SHOULD, parent, text.tag(), pattern);
        }
        all.add(any.build(), Occur.FILTER);
        return exact;
    }

    private static boolean addName(BooleanQuery.Builder all, String parent, Criterion.Name name) {
        boolean exact = true;
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (List<WildcardPattern> groups : name.alternatives()) {
            BooleanQuery.Builder each = new BooleanQuery.Builder();
            for (WildcardPattern group : groups) {
                if (!group.text().isEmpty() && !group.isUniversal()) {
                    exact &= addPattern(each, Occur.FILTER, parent, name.tag(), group);
                }
            }
            any.add(each.build(), Occur.SHOULD);
            exact &= groups.size() == 1;
        }
        all.add(any.build(), Occur.FILTER);
        return exact;
    }

    private static Query anyOf(String field, List<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(field, values.get(0)))
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** Returns whether the clause says exactly what the pattern says. */
    private static boolean addPattern(
            BooleanQuery.Builder clauses, Occur occur, String parent, int tag, WildcardPattern pattern) {
        String field = IndexFields.path(parent, tag);
        Grams.Parts parts = Grams.partsOf(parent, tag);
        if (pattern.isWildcard() && parts != Grams.Parts.NONE) {
            Optional<Grams.Narrowed> narrowed = Grams.of(field, pattern, parts);
            if (narrowed.isPresent()) {
                clauses.add(narrowed.get().query(), occur);
                return narrowed.get().exact();
            }
        }
        clauses.add(pattern(field, pattern), occur);
        return true;
    }

    private static Query pattern(String field, WildcardPattern pattern) {
        String text = pattern.text();
        if (!pattern.isWildcard()) {
            return new TermQuery(new Term(field, text));
        }
        String start = text.substring(0, text.length() - 1);
        if (text.endsWith("*") && !new WildcardPattern(start).isWildcard()) {
            return new PrefixQuery(new Term(field, start));
        }
        return new WildcardQuery(new Term(field, text.replace("\\", "\\\\")));
    }

    private static Query near(String field, String word) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new PrefixQuery(new Term(field, word)), Occur.SHOULD);
        int differences = Criterion.FuzzyName.differences(word);
        if (differences > 0) {
            any.add(new FuzzyQuery(new Term(field, word), differences), Occur.SHOULD);
        }
        return any.build();
    }
}
