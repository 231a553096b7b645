/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;

/**
 * Of a sequence that was matched only those items are returned that match (PS3.4 C.2.2.2.6). Immutable.
 *
 * @param keys the keys that are sequences
 */
public record MatchingItems(List<Criterion.Item> keys) {

    /** Of the keys of a search, whichever they are. */
    public static MatchingItems of(List<Criterion> criteria) {
        return new MatchingItems(criteria.stream()
                .filter(Criterion.Item.class::isInstance)
                .map(Criterion.Item.class::cast)
                .toList());
    }

    /** The match, or a copy of it without the items that do not match; what is given is not changed. */
    public Attributes in(Attributes match) {
        if (keys.isEmpty()) {
            return match;
        }
        Attributes copy = new Attributes(match);
        prune(copy);
        return copy;
    }

    private void prune(Attributes attributes) {
        for (Criterion.Item key : keys) {
            Sequence sequence = attributes.getSequence(key.tag());
            if (sequence != null) {
                sequence.removeIf(item -> !key.criteria().stream().allMatch(criterion -> criterion.matches(item)));
                sequence.forEach(of(key.criteria())::prune);
            }
        }
    }
}
