/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.value.DateRange;
import org.isocenter.dicom.value.DateTimeRange;
import org.isocenter.dicom.value.DicomDate;
import org.isocenter.dicom.value.DicomDateTime;
import org.isocenter.dicom.value.DicomTime;
import org.isocenter.dicom.value.TimeRange;

/** One key that restricts a search; a universal key is none. Immutable. */
public sealed interface Criterion {

    /** The attribute that is looked at. */
    int tag();

    /** Whether a data set of the archive is found by this key. */
    boolean matches(Attributes candidate);

    /** UID and UID list matching (PS3.4 C.2.2.2.2). */
    record Uids(int tag, Set<String> uids) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            return Arrays.stream(candidate.getStrings(tag)).anyMatch(uids::contains);
        }
    }

    /** Single value and wildcard matching of text: any value of the candidate by any of the patterns. */
    record Text(int tag, List<WildcardPattern> patterns) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            for (String value : candidate.getStrings(tag)) {
                for (WildcardPattern pattern : patterns) {
                    if (!value.isEmpty() && pattern.matches(value)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** Single value matching of text without wildcards, for VRs in which {@code *} and {@code ?} mean themselves. */
    record Exact(int tag, Set<String> values) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            return Arrays.stream(candidate.getStrings(tag)).anyMatch(values::contains);
        }
    }

    /** Numbers are equal whatever their notation: 1, 01 and 1.0. */
    record Numbers(int tag, Set<String> canonical) implements Criterion {
        private static final int MAX_PLAIN = 400; // doubles end at 1E308

        @Override
        public boolean matches(Attributes candidate) {
            return Arrays.stream(candidate.getStrings(tag))
                    .map(Numbers::canonical)
                    .flatMap(Optional::stream)
                    .anyMatch(canonical::contains);
        }

        /**
         * The number in its one notation; empty if the text is none. Digits where they are few, else an exponent: all zeros of
         * 1E999999999 do not fit into memory.
         */
        public static Optional<String> canonical(String text) {
            try {
                BigDecimal number = new BigDecimal(text.strip()).stripTrailingZeros();
                return Optional.of(
                        Math.abs((long) number.scale()) <= MAX_PLAIN ? number.toPlainString() : number.toString());
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * A person name. One pattern is looked for in each representation; with several (separated by {@code =}) each that is not
     * empty is looked for in its own. Patterns are folded.
     */
    record Name(int tag, List<List<WildcardPattern>> alternatives) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            for (String value : candidate.getStrings(tag)) {
                for (List<WildcardPattern> groups : alternatives) {
                    if (matches(groups, value)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static boolean matches(List<WildcardPattern> groups, String value) {
            if (groups.size() == 1) {
                return Folding.groups(value).stream().anyMatch(groups.get(0)::matches);
            }
            String[] parts = value.split("=", -1);
            for (int i = 0; i < groups.size(); i++) {
                WildcardPattern pattern = groups.get(i);
                List<String> part = i < parts.length ? Folding.groups(parts[i]) : List.of();
                if (!pattern.text().isEmpty()
                        && !pattern.isUniversal()
                        && part.stream().noneMatch(pattern::matches)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Fuzzy semantic matching: each word of the key begins a word of the name or nearly equals one. */
    record FuzzyName(int tag, List<String> words) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            for (String value : candidate.getStrings(tag)) {
                List<String> found = Folding.words(value);
                if (words.stream().allMatch(word -> found.stream().anyMatch(each -> isNear(word, each)))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isNear(String word, String found) {
            return found.startsWith(word) || FuzzyWords.within(word, found, FuzzyWords.allowed(word));
        }

        /** How many differences a word may have. */
        public static int differences(String word) {
            return FuzzyWords.allowed(word);
        }
    }

    /** A date or a range of dates, both ends included. */
    record Dates(int tag, DateRange range) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            return Arrays.stream(candidate.getStrings(tag))
                    .map(DicomDate::parse)
                    .flatMap(Optional::stream)
                    .anyMatch(date -> range.contains(date.first()));
        }
    }

    /** A time of day or a range of them. */
    record Times(int tag, TimeRange range) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            return Arrays.stream(candidate.getStrings(tag))
                    .map(DicomTime::parse)
                    .flatMap(Optional::stream)
                    .anyMatch(time -> range.contains(time.first()));
        }
    }

    /** A date time or a range of them; without an offset UTC is taken on both sides. */
    record DateTimes(int tag, DateTimeRange range) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            return Arrays.stream(candidate.getStrings(tag))
                    .map(DicomDateTime::parse)
                    .flatMap(Optional::stream)
                    .anyMatch(moment -> range.contains(moment.firstInstant(ZoneOffset.UTC)));
        }
    }

    /** A date key and its time key as one range from moment to moment; an end that is null is open. */
    record CombinedDateTime(int tag, int timeTag, LocalDateTime first, LocalDateTime last) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            return moment(candidate, tag, timeTag)
                    .filter(moment ->
                            (first == null || !moment.isBefore(first)) && (last == null || !moment.isAfter(last)))
                    .isPresent();
        }

        /** The moment that a date and a time attribute say together; midnight where there is no time. */
        public static Optional<LocalDateTime> moment(Attributes attributes, int dateTag, int timeTag) {
            return DicomDate.parse(attributes.getString(dateTag)).map(date -> date.first()
                    .atTime(DicomTime.parse(attributes.getString(timeTag))
                            .map(DicomTime::first)
                            .orElse(java.time.LocalTime.MIN)));
        }
    }

    /** The attribute is absent or empty (PS3.4 C.2.2.2.7). */
    record Empty(int tag) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            return !candidate.containsValue(tag)
                    || candidate.getValue(tag) instanceof byte[] && candidate.getString(tag) == null;
        }
    }

    /** One item of the sequence matches all keys of the key's item (PS3.4 C.2.2.2.6). */
    record Item(int tag, List<Criterion> criteria) implements Criterion {
        @Override
        public boolean matches(Attributes candidate) {
            Sequence sequence = candidate.getSequence(tag);
            return sequence != null
                    && sequence.stream()
                            .anyMatch(item -> criteria.stream().allMatch(criterion -> criterion.matches(item)));
        }
    }
}
