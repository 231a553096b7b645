/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.event.WorkitemBus;
import org.isocenter.archive.event.WorkitemReported;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends event reports of what happens to work items (PS3.4 CC.2.4). Best effort: what has happened has happened, also when its
 * report does not get through. Safe for use by many threads.
 */
final class WorkitemReports {

    private static final Logger LOG = LoggerFactory.getLogger(WorkitemReports.class);

    private final WorkitemBus bus;
    private final Subscribers subscribers;
    private final String site;
    private final Clock clock;

    WorkitemReports(WorkitemBus bus, Subscribers subscribers, String site, Clock clock) {
        this.bus = bus;
        this.subscribers = subscribers;
        this.site = site;
        this.clock = clock;
    }

    /** It is there. */
    void created(Workitem workitem) {
        stateChanged(workitem);
    }

    /** It has another state. */
    void stateChanged(Workitem workitem) {
        toAll(workitem, EventType.STATE_REPORT, EventInformation.ofState(workitem.state(), workitem.attributes()));
    }

    /** It was canceled before anybody had claimed it, which is told as a claim and its end (PS3.4 CC.2.2.3). */
    void canceledUnclaimed(Workitem workitem) {
        Attributes claimed = new Attributes(workitem.attributes());
        claimed.remove(Tag.ProcedureStepProgressInformationSequence);
        toAll(workitem, EventType.STATE_REPORT, EventInformation.ofState(WorkitemState.IN_PROGRESS, claimed));
        stateChanged(workitem);
    }

    /** Who performs it is asked to cancel it. */
    void cancelRequested(Workitem workitem, String requestingAet, Attributes reason) {
        toAll(workitem, EventType.CANCEL_REQUESTED, EventInformation.ofCancelRequest(requestingAet, reason));
    }

    /** Attributes were set. */
    void updated(Workitem before, Workitem after) {
        Attributes was = before.attributes();
        Attributes is = after.attributes();
        if (EventInformation.differs(was, is, Tag.InputReadinessState)) {
            stateChanged(after);
        }
        if (EventInformation.differs(was, is, Tag.ProcedureStepProgressInformationSequence)) {
            toAll(after, EventType.PROGRESS_REPORT, EventInformation.ofProgress(is));
        }
        if (EventInformation.differs(was, is, Tag.ScheduledStationNameCodeSequence)
                || EventInformation.differs(was, is, Tag.ScheduledHumanPerformersSequence)) {
            toAll(after, EventType.ASSIGNED, EventInformation.ofAssignment(is));
        }
    }

    /** Somebody subscribed and is told how it is now (PS3.4 CC.2.3.3). */
    void initial(Workitem workitem, String aet) {
        Attributes information = EventInformation.ofState(workitem.state(), workitem.attributes());
        send(workitem, EventType.STATE_REPORT, information, List.of(aet));
    }

    private void toAll(Workitem workitem, EventType type, Attributes information) {
        try {
            send(workitem, type, information, subscribers.of(workitem));
        } catch (ArchiveException e) {
            lost(workitem, type, e);
        }
    }

    private void send(Workitem workitem, EventType type, Attributes information, Collection<String> aets) {
        CompletionStage<Void> sent = bus.reported(
                new WorkitemReported(workitem.uid(), type.id(), List.copyOf(aets), information, clock.instant(), site));
        sent.whenComplete((done, failure) -> {
            if (failure != null) {
                lost(workitem, type, failure);
            }
        });
    }

    private static void lost(Workitem workitem, EventType type, Throwable failure) {
        LOG.warn("a report {} of work item {} is lost: {}", type, workitem.uid(), failure.toString());
    }
}
