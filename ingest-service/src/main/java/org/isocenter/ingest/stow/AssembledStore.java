/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.stow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.ingest.assembly.AssembledInstance;
import org.isocenter.ingest.assembly.BulkParts;
import org.isocenter.ingest.assembly.DescribedInstance;
import org.isocenter.ingest.assembly.InstanceAssembler;
import org.isocenter.ingest.store.InstanceStorer;
import org.isocenter.ingest.store.Protocol;
import org.isocenter.ingest.stow.StowOutcome.Status;
import org.isocenter.service.concurrent.BlockingExecutor;
import org.isocenter.service.config.IngestConfig;
import org.isocenter.service.config.SiteConfig;

/** Puts instances together one by one and stores several at the same time. Thread-safe. */
@ApplicationScoped
public class AssembledStore {

    private final InstanceStorer storer;
    private final BlockingExecutor executor;
    private final SiteConfig site;
    private final int parallelism;

    /** With the store path. */
    public AssembledStore(InstanceStorer storer, BlockingExecutor executor, IngestConfig config, SiteConfig site) {
        this.storer = storer;
        this.executor = executor;
        this.site = site;
        this.parallelism = Math.max(1, Math.min(16, config.stowParallelism()));
    }

    /**
     * Stores instances of which all bulk data have come.
     *
     * @return what became of each in their order; ends early after one that found the archive unavailable
     */
    List<StowOutcome> storeAll(List<DescribedInstance> instances, BulkParts parts, Optional<String> studyInstanceUid) {
        Semaphore places = new Semaphore(parallelism);
        AtomicBoolean ended = new AtomicBoolean();
        List<CompletableFuture<StowOutcome>> outcomes = new ArrayList<>(instances.size());
        for (DescribedInstance instance : instances) {
            places.acquireUninterruptibly();
            if (ended.get()) {
                break;
            }
            outcomes.add(begin(instance, parts, studyInstanceUid, places, ended));
        }
        List<StowOutcome> finished = new ArrayList<>(outcomes.size());
        CompletableFuture<Void> all = CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new));
        try {
            // all of them before the spool is closed, even if one fails unexpectedly
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException unexpected ? unexpected : e;
        }
        outcomes.forEach(outcome -> finished.add(outcome.join()));
        return finished;
    }

    /** Puts it together here, for one takes parts after the other, and stores it beside the next. */
    private CompletableFuture<StowOutcome> begin(
            DescribedInstance instance,
            BulkParts parts,
            Optional<String> studyInstanceUid,
            Semaphore places,
            AtomicBoolean ended) {
        Optional<String> sopInstanceUid = instance.sopInstanceUid();
        Optional<String> sopClassUid = instance.sopClassUid();
        AssembledInstance assembled;
        try {
            assembled = InstanceAssembler.assemble(instance, parts);
        } catch (ArchiveException e) {
            places.release();
            return CompletableFuture.completedFuture(PartStore.failed(e.code(), sopInstanceUid, sopClassUid));
        } catch (RuntimeException unforeseen) {
            // told after the others, which still read from the spool
            places.release();
            return CompletableFuture.failedFuture(unforeseen);
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        StowOutcome outcome = store(assembled, studyInstanceUid, sopInstanceUid, sopClassUid);
                        ended.compareAndSet(false, outcome.status() == Status.UNAVAILABLE);
                        return outcome;
                    } finally {
                        places.release();
                    }
                },
                executor);
    }

    private StowOutcome store(
            AssembledInstance assembled,
            Optional<String> studyInstanceUid,
            Optional<String> sopInstanceUid,
            Optional<String> sopClassUid) {
        try {
            return PartStore.stored(storer.store(
                    Protocol.STOW,
                    new IngestRequest(
                            assembled.dataset(),
                            assembled.transferSyntax(),
                            Optional.empty(),
                            Optional.empty(),
                            sopInstanceUid,
                            studyInstanceUid,
                            "",
                            site.site())));
        } catch (ArchiveException e) {
            return PartStore.failed(e.code(), sopInstanceUid, sopClassUid);
        }
    }
}
