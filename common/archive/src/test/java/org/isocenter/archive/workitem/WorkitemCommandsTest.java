/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.event.WorkitemReported;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Work items from their creation to their end, and who is told. */
class WorkitemCommandsTest {

    private static final String LOCK = "1.2.3.4";

    /** A clock that moves when it is told to. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final SetClock clock = new SetClock();
    private final InMemoryWorkitems memory = new InMemoryWorkitems();

    /** Each key with one value that has to be the same. */
    private final WorkitemMatching matching = keys -> candidate -> {
        for (int tag : keys.tags()) {
            String wanted = keys.getString(tag);
            if (tag != Tag.SpecificCharacterSet && wanted != null && !wanted.equals(candidate.getString(tag))) {
                return false;
            }
        }
        return true;
    };

    private final WorkitemCommands commands = new WorkitemCommands(memory, memory, matching, memory, "main", clock);
    private final WorkitemSearch search = new WorkitemSearch(memory, matching, 5);
    private final WorkitemSubscriptions subscriptions =
            new WorkitemSubscriptions(commands, memory, matching, search, memory, "main", clock);
    private final WorkitemExpiry expiry =
            new WorkitemExpiry(memory, memory, matching, Duration.ofDays(1), Duration.ofDays(30), clock);

    private String created() {
        String uid = SampleWorkitem.uid();
        commands.create(uid, SampleWorkitem.least());
        return uid;
    }

    private String claimed() {
        String uid = created();
        commands.changeState(uid, WorkitemState.IN_PROGRESS, LOCK);
        return uid;
    }

    private WorkitemState state(String uid) {
        return commands.retrieve(uid).state();
    }

    private List<String> told(String aet) {
        return memory.reports.stream()
                .filter(each -> each.subscribers().contains(aet))
                .map(each -> each.eventTypeId() + " " + each.information().getString(Tag.ProcedureStepState, "-"))
                .toList();
    }

    private static void assertRefused(WorkitemStatus status, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(WorkitemException.class, refused -> assertThat(refused.status())
                        .isEqualTo(status));
    }

    @Test
    void create_isKeptAndReported() {
        String uid = SampleWorkitem.uid();
        assertThat(commands.create(uid, SampleWorkitem.least()).warning())
                .contains(WorkitemStatus.CREATED_WITH_MODIFICATIONS);
        Attributes kept = commands.retrieve(uid).attributes();
        assertThat(kept.getString(Tag.SOPInstanceUID)).isEqualTo(uid);
        assertThat(kept.getString(Tag.SOPClassUID)).isEqualTo(UID.UnifiedProcedureStepPush);
        assertThat(kept.getString(Tag.ScheduledProcedureStepModificationDateTime))
                .isEqualTo("20260301100000.000000+0000");
        assertThat(kept.contains(Tag.TransactionUID)).isFalse();
        assertThat(memory.reports).hasSize(1);
        WorkitemReported report = memory.reports.get(0);
        assertThat(report.eventTypeId()).isEqualTo(1);
        assertThat(report.information().contains(Tag.PatientName)).isFalse();
    }

    @Test
    void create_twice_isRefused() {
        String uid = created();
        assertRefused(WorkitemStatus.DUPLICATE, () -> commands.create(uid, SampleWorkitem.least()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1..2", "abc", "1.2.840.10008.5.1.4.34.5", "1.2.840.10008.5.1.4.34.5.1"})
    void create_underWhatIsNoUid_isRefused(String uid) {
        assertRefused(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, () -> commands.create(uid, SampleWorkitem.least()));
    }

    @Test
    void completion_needsTheFinalState() {
        String uid = claimed();
        assertRefused(
                WorkitemStatus.FINAL_STATE_NOT_MET, () -> commands.changeState(uid, WorkitemState.COMPLETED, LOCK));
        assertRefused(
                WorkitemStatus.TRANSACTION_UID_MISSING, () -> commands.update(uid, SampleWorkitem.performed(), ""));
        assertRefused(
                WorkitemStatus.TRANSACTION_UID_INCORRECT,
                () -> commands.update(uid, SampleWorkitem.performed(), "9.9"));
        commands.update(uid, SampleWorkitem.performed(), LOCK);
        assertThat(commands.changeState(uid, WorkitemState.COMPLETED, LOCK).warning())
                .isEmpty();
        assertThat(state(uid)).isEqualTo(WorkitemState.COMPLETED);
        assertThat(commands.changeState(uid, WorkitemState.COMPLETED, LOCK).warning())
                .contains(WorkitemStatus.ALREADY_COMPLETED);
        assertRefused(WorkitemStatus.NO_LONGER_UPDATED, () -> commands.update(uid, SampleWorkitem.performed(), LOCK));
    }

    @Test
    void cancellation_byItsOwner_isDated() {
        String uid = claimed();
        commands.update(uid, SampleWorkitem.discontinued(), LOCK);
        commands.changeState(uid, WorkitemState.CANCELED, LOCK);
        Attributes progress =
                commands.retrieve(uid).attributes().getNested(Tag.ProcedureStepProgressInformationSequence);
        assertThat(progress.getString(Tag.ProcedureStepCancellationDateTime)).isEqualTo("20260301100000.000000+0000");
        assertThat(progress.getString(Tag.ReasonForCancellation)).isEqualTo("Wrong side");
    }

    @Test
    void claim_ofTwo_hasOneWinner() {
        String uid = created();
        memory.before = () -> commands.changeState(uid, WorkitemState.IN_PROGRESS, "9.9");
        assertRefused(
                WorkitemStatus.TRANSACTION_UID_INCORRECT,
                () -> commands.changeState(uid, WorkitemState.IN_PROGRESS, LOCK));
        assertThat(commands.retrieve(uid).transactionUid()).isEqualTo("9.9");
    }

    @Test
    void update_ofTwoAtTheSameTime_losesNeither() {
        String uid = created();
        memory.before = () -> {
            Attributes other = new Attributes();
            other.setString(Tag.WorklistLabel, "Other");
            commands.update(uid, other, "");
        };
        Attributes mine = new Attributes();
        mine.setString(Tag.ProcedureStepLabel, "Mine");
        commands.update(uid, mine, "");
        Attributes kept = commands.retrieve(uid).attributes();
        assertThat(kept.getString(Tag.WorklistLabel)).isEqualTo("Other");
        assertThat(kept.getString(Tag.ProcedureStepLabel)).isEqualTo("Mine");
    }

    @Test
    void cancelRequest_ofUnclaimed_cancels() {
        String uid = created();
        subscriptions.subscribe(uid, "WATCHER", false);
        commands.requestCancellation(uid, "ASKER", new Attributes());
        assertThat(state(uid)).isEqualTo(WorkitemState.CANCELED);
        assertThat(told("WATCHER")).containsExactly("1 SCHEDULED", "1 IN PROGRESS", "1 CANCELED");
        assertThat(commands.requestCancellation(uid, "ASKER", new Attributes()).warning())
                .contains(WorkitemStatus.ALREADY_CANCELED);
    }

    @Test
    void cancelRequest_ofClaimed_isPassedOn() {
        String uid = claimed();
        subscriptions.subscribe(uid, "OWNER", false);
        Attributes reason = new Attributes();
        reason.setString(Tag.ReasonForCancellation, "No longer needed");
        reason.setString(Tag.ContactDisplayName, "Ward 3");
        commands.requestCancellation(uid, "ASKER", reason);
        assertThat(state(uid)).isEqualTo(WorkitemState.IN_PROGRESS);
        WorkitemReported report = memory.reports.get(memory.reports.size() - 1);
        assertThat(report.eventTypeId()).isEqualTo(2);
        assertThat(report.subscribers()).containsExactly("OWNER");
        assertThat(report.information().getString(Tag.RequestingAE)).isEqualTo("ASKER");
        assertThat(report.information().getString(Tag.ReasonForCancellation)).isEqualTo("No longer needed");
        assertThat(report.information().getString(Tag.ContactDisplayName)).isEqualTo("Ward 3");
    }

    @Test
    void cancelRequest_ofCompleted_isRefused() {
        String uid = claimed();
        commands.update(uid, SampleWorkitem.performed(), LOCK);
        commands.changeState(uid, WorkitemState.COMPLETED, LOCK);
        assertRefused(
                WorkitemStatus.NOT_CANCELED_WHEN_COMPLETED,
                () -> commands.requestCancellation(uid, "ASKER", new Attributes()));
    }

    @Test
    void update_reportsProgressReadinessAndAssignment() {
        String uid = created();
        subscriptions.subscribeToAll("WATCHER", false);
        Attributes assigned = new Attributes();
        assigned.newSequence(Tag.ScheduledStationNameCodeSequence).add(SampleWorkitem.code("S1", "Station 1"));
        assigned.setString(Tag.InputReadinessState, "INCOMPLETE");
        commands.update(uid, assigned, "");
        assertThat(told("WATCHER")).containsExactly("1 SCHEDULED", "5 -");
        commands.changeState(uid, WorkitemState.IN_PROGRESS, LOCK);
        Attributes progress = new Attributes();
        Attributes item = new Attributes();
        item.setString(Tag.ProcedureStepProgress, "50");
        progress.newSequence(Tag.ProcedureStepProgressInformationSequence).add(item);
        commands.update(uid, progress, LOCK);
        assertThat(told("WATCHER")).containsExactly("1 SCHEDULED", "5 -", "1 IN PROGRESS", "3 -");
    }

    @Test
    void globalSubscription_takesInWhatIsAndWhatComes_untilSuspended() {
        String before = created();
        subscriptions.subscribeToAll("WATCHER", false);
        String after = created();
        subscriptions.unsubscribe(after, "WATCHER");
        clock.now = clock.now.plusSeconds(1);
        subscriptions.suspend("WATCHER");
        clock.now = clock.now.plusSeconds(1);
        String later = created();
        memory.reports.clear();
        for (String each : List.of(before, after, later)) {
            commands.changeState(each, WorkitemState.IN_PROGRESS, LOCK);
        }
        assertThat(memory.reports.stream()
                        .filter(each -> each.subscribers().contains("WATCHER"))
                        .map(WorkitemReported::workitemUid))
                .containsExactly(before);
        clock.now = clock.now.plusSeconds(1);
        subscriptions.unsubscribeFromAll("WATCHER");
        assertRefused(WorkitemStatus.NOT_SUBSCRIBED, () -> subscriptions.unsubscribeFromAll("WATCHER"));
        assertRefused(WorkitemStatus.NOT_SUBSCRIBED, () -> subscriptions.unsubscribe(before, "WATCHER"));
    }

    @Test
    void filteredSubscription_takesInWhatMatches_alsoWhenItNoLongerDoes() {
        String before = created();
        Attributes filter = new Attributes();
        filter.setString(Tag.WorklistLabel, "AI");
        subscriptions.subscribeToMatching("WATCHER", false, filter);
        String other = SampleWorkitem.uid();
        Attributes elsewhere = SampleWorkitem.least();
        elsewhere.setString(Tag.WorklistLabel, "Reading");
        commands.create(other, elsewhere);
        memory.reports.clear();
        Attributes moved = new Attributes();
        moved.setString(Tag.WorklistLabel, "Reading");
        commands.update(before, moved, "");
        for (String each : List.of(before, other)) {
            commands.changeState(each, WorkitemState.IN_PROGRESS, LOCK);
        }
        assertThat(memory.reports.stream()
                        .filter(each -> each.subscribers().contains("WATCHER"))
                        .map(WorkitemReported::workitemUid))
                .containsExactly(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "SEVENTEEN_LETTERS", "A\\B", "A\tB", "Ä", " A"})
    void subscribe_asWhatIsNoAeTitle_isRefused(String aet) {
        String uid = created();
        assertRefused(WorkitemStatus.RECEIVER_UNKNOWN, () -> subscriptions.subscribe(uid, aet, false));
    }

    @Test
    void expiry_deletesWhatHasEnded_unlessLocked() {
        String ended = created();
        String locked = created();
        String open = created();
        subscriptions.subscribe(locked, "KEEPER", true);
        commands.requestCancellation(ended, "ASKER", new Attributes());
        commands.requestCancellation(locked, "ASKER", new Attributes());
        assertThat(expiry.run()).isZero();
        clock.now = clock.now.plus(Duration.ofDays(2));
        assertThat(expiry.run()).isEqualTo(1);
        assertRefused(WorkitemStatus.GONE, () -> commands.retrieve(ended));
        assertRefused(WorkitemStatus.DUPLICATE, () -> commands.create(ended, SampleWorkitem.least()));
        assertThat(state(locked)).isEqualTo(WorkitemState.CANCELED);
        assertThat(state(open)).isEqualTo(WorkitemState.SCHEDULED);
        subscriptions.unsubscribe(locked, "KEEPER");
        assertThat(expiry.run()).isEqualTo(1);
    }

    @Test
    void search_looksWhereTheKeysSay() {
        String scheduled = created();
        String claimed = claimed();
        Attributes keys = new Attributes();
        keys.setString(Tag.ProcedureStepState, "IN PROGRESS");
        assertThat(search.find(keys, 0, 10).workitems())
                .extracting(FoundWorkitem::uid)
                .containsExactly(claimed);
        assertThat(search.find(new Attributes(), 0, 1).more()).isTrue();
        assertThat(search.find(new Attributes(), 1, 10).more()).isFalse();
        keys = new Attributes();
        keys.setString(Tag.SOPInstanceUID, scheduled);
        assertThat(search.find(keys, 0, 10).workitems())
                .extracting(FoundWorkitem::uid)
                .containsExactly(scheduled);
    }

    @Test
    void search_thatIsTooWide_isRefused() {
        for (int i = 0; i < 6; i++) {
            created();
        }
        assertThatThrownBy(() -> search.find(new Attributes(), 0, 10))
                .isInstanceOfSatisfying(ArchiveException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.LIMIT_EXCEEDED));
        assertThat(Optional.of(search.find(new Attributes(), 0, 2)))
                .hasValueSatisfying(page -> assertThat(page.more()).isTrue());
    }
}
