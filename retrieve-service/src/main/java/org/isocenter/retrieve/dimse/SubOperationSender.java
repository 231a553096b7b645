/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.dimse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.MoveOriginator;
import org.isocenter.dicom.net.NoPresentationContextException;
import org.isocenter.dicom.net.Priority;
import org.isocenter.retrieve.find.InstanceObject;
import org.isocenter.retrieve.transcode.InstanceSource;
import org.isocenter.service.concurrent.BlockingExecutor;
import org.jboss.logging.Logger;

/**
 * Sends instances over one association as C-STORE sub-operations: the object of the next one is fetched while one is being
 * sent, and several are outstanding if the peer agreed to an asynchronous operations window. Used by one thread.
 */
final class SubOperationSender {

    private static final Logger LOG = Logger.getLogger(SubOperationSender.class);

    private final InstanceSource source;
    private final BlockingExecutor executor;
    private final Association association;
    private final Priority priority;
    private final MoveOriginator originator;

    /** The originator is null but for a C-MOVE. */
    SubOperationSender(
            InstanceSource source,
            BlockingExecutor executor,
            Association association,
            Priority priority,
            MoveOriginator originator) {
        this.source = source;
        this.executor = executor;
        this.association = association;
        this.priority = priority;
        this.originator = originator;
    }

    /** An instance that is about to be sent; no body if no context takes it. */
    private record Next(InstanceObject instance, Optional<StoredDataset> body) {}

    /** Sends until all are sent, the request is canceled, or the association ends: then the rest has failed. */
    void send(List<InstanceObject> instances, RetrieveProgress progress) throws IOException {
        List<CompletableFuture<Void>> outstanding = new ArrayList<>();
        Iterator<InstanceObject> left = instances.iterator();
        Next next = next(left);
        while (next != null && !progress.isCanceled()) {
            Next current = next;
            next = next(left);
            try {
                store(current, progress, outstanding);
            } catch (IOException | ArchiveException e) {
                LOG.debugf("a sub-operation failed: %s", e.getClass().getName());
                progress.counts().failed(current.instance().uids().sopInstanceUid());
            }
            current.body().ifPresent(StoredDataset::close);
            progress.report();
        }
        if (next != null) {
            next.body().ifPresent(StoredDataset::close);
        }
        CompletableFuture.allOf(outstanding.toArray(CompletableFuture[]::new)).join();
    }

    private Next next(Iterator<InstanceObject> left) {
        if (!left.hasNext()) {
            return null;
        }
        InstanceObject instance = left.next();
        Optional<TransferSyntax> syntax =
                association.isOpen() ? ContextChoice.choose(association, instance, source) : Optional.empty();
        Optional<StoredDataset> body =
                syntax.map(chosen -> new StoredDataset(chosen, source.dataset(instance, chosen)));
        body.ifPresent(ready -> ready.content().prepare(executor));
        return new Next(instance, body);
    }

    private void store(Next next, RetrieveProgress progress, List<CompletableFuture<Void>> outstanding)
            throws IOException {
        String sopInstanceUid = next.instance().uids().sopInstanceUid();
        String sopClassUid = next.instance().sopClassUid();
        StoredDataset body =
                next.body().orElseThrow(() -> new NoPresentationContextException(sopClassUid, "the stored"));
        if (association.invokedWindow() == 1) {
            progress.counts()
                    .answered(
                            sopInstanceUid,
                            association
                                    .cstore(sopClassUid, sopInstanceUid, priority, originator, body)
                                    .status()
                                    .code());
            return;
        }
        outstanding.removeIf(CompletableFuture::isDone);
        outstanding.add(association
                .cstoreLater(sopClassUid, sopInstanceUid, priority, originator, body)
                .handle((response, failure) -> {
                    if (failure == null) {
                        progress.counts()
                                .answered(sopInstanceUid, response.status().code());
                    } else {
                        progress.counts().failed(sopInstanceUid);
                    }
                    return null;
                }));
    }
}
