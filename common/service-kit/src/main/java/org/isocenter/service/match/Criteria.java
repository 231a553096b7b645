/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.match;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Sequence;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.value.DateRange;
import org.isocenter.dicom.value.DateTimeRange;
import org.isocenter.dicom.value.TimeRange;

/** Reads the keys of an identifier (PS3.4 C.2.2.2). */
public final class Criteria {

    /** A key of this value asks for what has none (PS3.4 C.2.2.2.7). */
    private static final String EMPTY = "\"\"";

    /** The VRs of which several values may have to match (PS3.4 C.2.2.2.8). */
    private static final Set<VR> MULTIPLE = EnumSet.of(VR.AE, VR.AS, VR.AT, VR.CS, VR.LO, VR.PN, VR.SH, VR.UC);

    /** Never matched: they say how to read the identifier, or what is wanted back. */
    private static final Set<Integer> NOT_MATCHED = Set.of(
            Tag.SpecificCharacterSet,
            Tag.QueryRetrieveLevel,
            Tag.TimezoneOffsetFromUTC,
            Tag.RetrieveAETitle,
            Tag.RetrieveURL,
            Tag.InstanceAvailability);

    private final MatchOptions options;

    private Criteria(MatchOptions options) {
        this.options = options;
    }

    /**
     * The keys with values; those without are universal and only ask for the attribute to be returned.
     *
     * @throws InvalidQueryException if a date, a time or a number cannot be read
     */
    public static List<Criterion> of(Attributes keys, MatchOptions options) {
        return new Criteria(options).read(keys);
    }

    private List<Criterion> read(Attributes keys) {
        List<Criterion> criteria = new ArrayList<>();
        Set<Integer> done = new TreeSet<>(NOT_MATCHED);
        if (options.combinedDateTime()) {
            combined(keys, done, criteria);
        }
        for (int tag : keys.tags()) {
            if (!done.contains(tag) && (tag & 0xFFFF) != 0) {
                criteria.addAll(read(keys, tag));
            }
        }
        return List.copyOf(criteria);
    }

    private List<Criterion> read(Attributes keys, int tag) {
        Sequence sequence = keys.getSequence(tag);
        if (sequence != null) {
            List<Criterion> nested = sequence.isEmpty() ? List.of() : read(sequence.get(0));
            return nested.isEmpty() ? List.of() : List.of(new Criterion.Item(tag, nested));
        }
        List<String> values = Arrays.stream(keys.getStrings(tag))
                .filter(value -> !value.isEmpty())
                .toList();
        VR vr = keys.getVR(tag);
        if (options.multipleValues() && values.size() > 1 && MULTIPLE.contains(vr)) {
            return values.stream().map(value -> oneOfSeveral(tag, vr, value)).toList();
        }
        if (values.isEmpty() || values.stream().anyMatch(value -> new WildcardPattern(value).isUniversal())) {
            return List.of();
        }
        if (options.emptyValues() && values.equals(List.of(EMPTY))) {
            return List.of(new Criterion.Empty(tag));
        }
        return criterion(tag, vr, values).stream().toList();
    }

    private Criterion oneOfSeveral(int tag, VR vr, String value) {
        if (new WildcardPattern(value).isWildcard()) {
            throw new InvalidQueryException(name(tag) + " may not have wildcards where all of its values must match");
        }
        return criterion(tag, vr, List.of(value)).orElseThrow(() -> unreadable(tag));
    }

    private Optional<Criterion> criterion(int tag, VR vr, List<String> values) {
        return switch (vr) {
            case UI -> Optional.of(new Criterion.Uids(tag, Set.copyOf(values)));
            case PN -> name(tag, values);
            case DA ->
                Optional.of(
                        new Criterion.Dates(tag, DateRange.parse(values.get(0)).orElseThrow(() -> unreadable(tag))));
            case TM ->
                Optional.of(
                        new Criterion.Times(tag, TimeRange.parse(values.get(0)).orElseThrow(() -> unreadable(tag))));
            case DT ->
                Optional.of(new Criterion.DateTimes(
                        tag, DateTimeRange.parse(values.get(0), ZoneOffset.UTC).orElseThrow(() -> unreadable(tag))));
            case IS, DS, US, SS, UL, SL, UV, SV, FL, FD ->
                Optional.of(new Criterion.Numbers(tag, numbers(tag, values)));
            case AE, CS, LO, LT, SH, ST, UC, UR, UT ->
                Optional.of(new Criterion.Text(
                        tag, values.stream().map(WildcardPattern::new).toList()));
            case AS, AT -> Optional.of(new Criterion.Exact(tag, Set.copyOf(values)));
            case OB, OD, OF, OL, OV, OW, SQ, UN -> Optional.empty();
        };
    }

    private Optional<Criterion> name(int tag, List<String> values) {
        if (options.fuzzyNames() && values.stream().noneMatch(value -> new WildcardPattern(value).isWildcard())) {
            List<String> words = Folding.words(String.join(" ", values));
            return words.isEmpty() ? Optional.empty() : Optional.of(new Criterion.FuzzyName(tag, words));
        }
        List<List<WildcardPattern>> alternatives = new ArrayList<>();
        for (String value : values) {
            alternatives.add(Arrays.stream(value.split("=", 3))
                    .map(group -> new WildcardPattern(Folding.fold(withoutTrailingDelimiters(group))))
                    .toList());
        }
        boolean universal = alternatives.stream().anyMatch(groups -> groups.stream()
                .allMatch(group -> group.text().isEmpty() || group.isUniversal()));
        return universal ? Optional.empty() : Optional.of(new Criterion.Name(tag, List.copyOf(alternatives)));
    }

    private static String withoutTrailingDelimiters(String group) {
        int end = group.length();
        while (end > 0 && (group.charAt(end - 1) == '^' || group.charAt(end - 1) == ' ')) {
            end--;
        }
        return group.substring(0, end).strip();
    }

    private static Set<String> numbers(int tag, List<String> values) {
        return values.stream()
                .map(value -> Criterion.Numbers.canonical(value).orElseThrow(() -> unreadable(tag)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void combined(Attributes keys, Set<Integer> done, List<Criterion> criteria) {
        DateTimePairs.TIME_OF_DATE.forEach((dateTag, timeTag) -> {
            String date = keys.getString(dateTag);
            String time = keys.getString(timeTag);
            if (date == null || time == null || isEmptyKey(date) || isEmptyKey(time)) {
                return;
            }
            DateRange dates = DateRange.parse(date).orElseThrow(() -> unreadable(dateTag));
            TimeRange times = TimeRange.parse(time).orElseThrow(() -> unreadable(timeTag));
            LocalDateTime first = dates.first() == null
                    ? null
                    : dates.first().atTime(times.first() == null ? LocalTime.MIN : times.first());
            LocalDateTime last = dates.last() == null
                    ? null
                    : dates.last().atTime(times.last() == null ? LocalTime.MAX : times.last());
            criteria.add(new Criterion.CombinedDateTime(dateTag, timeTag, first, last));
            done.add(dateTag);
            done.add(timeTag);
        });
    }

    private boolean isEmptyKey(String value) {
        return options.emptyValues() && value.equals(EMPTY);
    }

    private static InvalidQueryException unreadable(int tag) {
        return new InvalidQueryException("The value of " + name(tag) + " cannot be read");
    }

    private static String name(int tag) {
        String keyword = Dictionary.keywordOf(tag);
        return keyword == null ? String.format("%08X", tag) : keyword;
    }
}
