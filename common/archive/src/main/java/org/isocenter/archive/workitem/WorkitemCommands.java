/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.isocenter.archive.event.WorkitemBus;
import org.isocenter.archive.model.UidRules;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;

/**
 * What can be done to work items: N-CREATE, N-SET and N-ACTION of the UPS SOP classes (PS3.4 CC.2.1, 2.2, 2.5, 2.6) and their
 * like in PS3.18 11. All is decided on the work item as it is kept; of two that change it at the same time one wins and the other
 * is decided anew. Text in attributes is in UTF-8, as data sets from JSON and XML have it: an edge that takes others in turns them
 * first. Safe for use by many threads. Whatever is refused ends with a {@link WorkitemException}, an engine that is away
 * with an {@link org.isocenter.archive.error.ArchiveException}.
 */
public final class WorkitemCommands {

    /** How often somebody else may have been faster. */
    private static final int ATTEMPTS = 16;

    private static final String DEFAULT_WORKLIST = "DEFAULT";

    private final WorkitemStore store;
    private final Subscribers subscribers;
    private final WorkitemReports reports;
    private final Clock clock;

    /**
     * With where work items are kept and who is told.
     *
     * @param site named in events
     */
    public WorkitemCommands(
            WorkitemStore store,
            SubscriptionStore subscriptions,
            WorkitemMatching matching,
            WorkitemBus bus,
            String site,
            Clock clock) {
        this.store = store;
        this.subscribers = new Subscribers(subscriptions, matching);
        this.reports = new WorkitemReports(bus, subscribers, site, clock);
        this.clock = clock;
    }

    /**
     * Creates a work item (PS3.4 CC.2.5).
     *
     * @param uid its SOP Instance UID
     * @param given its attributes; completed here
     */
    public UpdateResult create(String uid, Attributes given) {
        requireUid(uid);
        AttributeCheck check = new AttributeCheck();
        check.create(given);
        Instant now = clock.instant();
        boolean unlabelled = given.getString(Tag.WorklistLabel) == null;
        if (unlabelled) {
            given.setString(Tag.WorklistLabel, DEFAULT_WORKLIST);
        }
        given.remove(Tag.TransactionUID);
        given.setString(Tag.SOPClassUID, UID.UnifiedProcedureStepPush);
        given.setString(Tag.SOPInstanceUID, uid);
        given.setString(Tag.ProcedureStepState, WorkitemState.SCHEDULED.term());
        given.setString(Tag.ScheduledProcedureStepModificationDateTime, DateTimeText.of(now));
        Workitem workitem = new Workitem(uid, WorkitemState.SCHEDULED, "", given, Revision.after(0, now), now, now);
        if (!store.create(workitem)) {
            throw new WorkitemException(WorkitemStatus.DUPLICATE);
        }
        subscribers.subscribeFiltering(workitem);
        reports.created(workitem);
        return new UpdateResult(
                uid,
                check.isModified() || unlabelled
                        ? Optional.of(WorkitemStatus.CREATED_WITH_MODIFICATIONS)
                        : Optional.empty());
    }

    /** The work item as it is (PS3.4 CC.2.7). Its Transaction UID is its owner's: no edge may show it. */
    public Workitem retrieve(String uid) {
        requireUid(uid);
        return store.find(uid)
                .orElseThrow(() ->
                        new WorkitemException(store.isGone(uid) ? WorkitemStatus.GONE : WorkitemStatus.NOT_FOUND));
    }

    /**
     * Sets attributes (PS3.4 CC.2.6).
     *
     * @param given the attributes to set, sequences whole; completed here
     * @param transactionUid by which the work item was claimed; empty if it is not
     */
    public UpdateResult update(String uid, Attributes given, String transactionUid) {
        given.remove(Tag.TransactionUID);
        Workitem first = retrieve(uid);
        StateMachine.update(first.state(), first.transactionUid(), transactionUid);
        AttributeCheck check = new AttributeCheck();
        check.set(given);
        Change change = change(uid, current -> {
            StateMachine.update(current.state(), current.transactionUid(), transactionUid);
            Attributes merged = new Attributes(current.attributes());
            merged.addAll(given);
            return next(current, current.state(), current.transactionUid(), merged);
        });
        subscribers.subscribeFiltering(change.after());
        reports.updated(change.before(), change.after());
        return new UpdateResult(
                uid, check.isModified() ? Optional.of(WorkitemStatus.UPDATED_WITH_MODIFICATIONS) : Optional.empty());
    }

    /**
     * Changes the state (PS3.4 CC.2.1).
     *
     * @param wanted the new state
     * @param transactionUid to claim it by, or by which it was claimed
     */
    public UpdateResult changeState(String uid, WorkitemState wanted, String transactionUid) {
        if (!transactionUid.isEmpty() && !UidRules.isValid(transactionUid)) {
            throw new WorkitemException(WorkitemStatus.TRANSACTION_UID_INCORRECT);
        }
        Warned warned = new Warned();
        Change change = change(uid, current -> {
            warned.warning = StateMachine.change(current.state(), current.transactionUid(), wanted, transactionUid);
            if (warned.warning.isPresent()) {
                return current;
            }
            Attributes attributes = new Attributes(current.attributes());
            if (wanted == WorkitemState.CANCELED) {
                Cancellation.date(attributes, clock.instant());
            }
            if (wanted.isFinal()) {
                requireFinalState(attributes, wanted);
            }
            return next(current, wanted, transactionUid, attributes);
        });
        if (warned.warning.isEmpty()) {
            reports.stateChanged(change.after());
        }
        return new UpdateResult(uid, warned.warning);
    }

    /**
     * Requests cancellation (PS3.4 CC.2.2). What nobody has claimed is canceled; who performs it is told else.
     *
     * @param requestingAet who asks
     * @param reason the attributes of PS3.4 table CC.2.2-1; may be none
     */
    public UpdateResult requestCancellation(String uid, String requestingAet, Attributes reason) {
        Change change = change(uid, current -> switch (current.state()) {
            case SCHEDULED -> {
                Attributes attributes = new Attributes(current.attributes());
                Cancellation.explain(attributes, reason, clock.instant());
                yield next(current, WorkitemState.CANCELED, "", attributes);
            }
            case IN_PROGRESS, CANCELED -> current;
            case COMPLETED -> throw new WorkitemException(WorkitemStatus.NOT_CANCELED_WHEN_COMPLETED);
        });
        if (change.before().state() == WorkitemState.SCHEDULED) {
            reports.canceledUnclaimed(change.after());
        } else if (change.before().state() == WorkitemState.IN_PROGRESS) {
            reports.cancelRequested(change.before(), requestingAet, reason);
        }
        return new UpdateResult(
                uid,
                change.before().state() == WorkitemState.CANCELED
                        ? Optional.of(WorkitemStatus.ALREADY_CANCELED)
                        : Optional.empty());
    }

    private static final class Warned {
        private Optional<WorkitemStatus> warning = Optional.empty();
    }

    private record Change(Workitem before, Workitem after) {}

    /** Decides and changes; the same again if somebody else was faster. */
    private Change change(String uid, UnaryOperator<Workitem> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Workitem current = retrieve(uid);
            Workitem next = decision.apply(current);
            if (next.equals(current) || store.replace(current, next)) {
                return new Change(current, next);
            }
        }
        throw new WorkitemException(WorkitemStatus.TOO_MUCH_CONTENTION);
    }

    private Workitem next(Workitem current, WorkitemState state, String transactionUid, Attributes attributes) {
        Instant now = clock.instant();
        attributes.setString(Tag.ProcedureStepState, state.term());
        attributes.setString(Tag.ScheduledProcedureStepModificationDateTime, DateTimeText.of(now));
        return current.changed(state, transactionUid, attributes, now);
    }

    private static void requireFinalState(Attributes attributes, WorkitemState wanted) {
        List<String> missing = AttributeCheck.missingAtEnd(attributes, wanted);
        if (!missing.isEmpty()) {
            throw new WorkitemException(
                    WorkitemStatus.FINAL_STATE_NOT_MET,
                    WorkitemStatus.FINAL_STATE_NOT_MET.text() + " Missing: " + String.join(", ", missing));
        }
    }

    private static void requireUid(String uid) {
        boolean isWellKnown =
                uid.equals(UID.UPSGlobalSubscriptionInstance) || uid.equals(UID.UPSFilteredGlobalSubscriptionInstance);
        if (!UidRules.isValid(uid) || isWellKnown) {
            throw new WorkitemException(WorkitemStatus.INVALID_ATTRIBUTE_VALUE, "This can be no Workitem's UID.");
        }
    }
}
