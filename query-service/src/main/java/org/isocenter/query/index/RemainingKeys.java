/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.index;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.service.match.Criterion;

/**
 * Keys that the index alone does not decide, as a query of Lucene that looks at the attributes of each document which all else lets
 * through; at so many and no more. For one search.
 */
final class RemainingKeys extends Query {

    /** Documents that one search looks at; with some 10 microseconds each, a second or two. */
    static final int MAX_LOOKED_AT = 100_000;

    private static final float COST = 10_000;

    private final List<Criterion> criteria;
    private final Budget budget = new Budget();

    private RemainingKeys(List<Criterion> criteria) {
        this.criteria = criteria;
    }

    /** All that a query asks for. */
    static Query with(IndexQuery query) {
        if (query.remaining().isEmpty()) {
            return query.query();
        }
        return new BooleanQuery.Builder()
                .add(query.query(), Occur.FILTER)
                .add(new RemainingKeys(query.remaining()), Occur.FILTER)
                .build();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public Scorer scorer(LeafReaderContext context) throws IOException {
                BinaryDocValues attributes = context.reader().getBinaryDocValues(IndexFields.ATTRIBUTES);
                return attributes == null
                        ? null
                        : new ConstantScoreScorer(this, score(), scoreMode, new Candidates(attributes));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    /** What may still be looked at. */
    static final class Budget {

        private int lookedAt;

        void spend() {
            lookedAt++;
            if (lookedAt > MAX_LOOKED_AT) {
                throw new ArchiveException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "Too many results have to be looked at one by one: narrow the search");
            }
        }
    }

    /** The documents of a segment. */
    private final class Candidates extends TwoPhaseIterator {

        private final BinaryDocValues attributes;

        Candidates(BinaryDocValues attributes) {
            super(attributes);
            this.attributes = attributes;
        }

        @Override
        public boolean matches() throws IOException {
            budget.spend();
            Attributes candidate = StoredAttributes.decode(attributes.binaryValue(), tag -> true);
            return criteria.stream().allMatch(criterion -> criterion.matches(candidate));
        }

        @Override
        public float matchCost() {
            return COST;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "remaining keys";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
