/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.loadtest.action.Client;
import org.isocenter.loadtest.dimse.MoveReceiver;
import org.isocenter.loadtest.dimse.ProposedContext;
import org.isocenter.loadtest.ledger.LedgerReader;
import org.isocenter.loadtest.ledger.LedgerStudy;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.scenario.Access;
import org.isocenter.loadtest.verify.VerifyResult.Problem;

/**
 * Checks all of a ledger against an archive: retrieves each instance by WADO-RS and by C-GET or C-MOVE, compares it by value,
 * searches its study by QIDO-RS and C-FIND, and counts. {@link #run()} does all of it; another thread may look at the progress.
 */
public final class LedgerVerification implements Closeable {

    private final Path ledger;
    private final Access access;
    private final VerifyOptions options;
    private final LedgerReader reader;
    private final Tally tally = new Tally();
    private final MovedInstances moved = new MovedInstances();
    private final MoveReceiver receiver;
    private final boolean web;
    private final boolean dicom;

    /**
     * Prepares to read the ledger.
     *
     * @throws IOException when it cannot be read, or the receiver of C-MOVE cannot listen
     */
    public LedgerVerification(Path ledger, Access access, VerifyOptions options) throws IOException {
        this.ledger = ledger;
        this.access = access;
        this.options = options;
        this.web = access.targets().stream().anyMatch(target -> target.web() != null);
        this.dicom = access.targets().stream().anyMatch(target -> target.dicomPort() > 0);
        this.receiver = options.receiver().isEmpty()
                ? null
                : MoveReceiver.listen(
                        options.receiver().get().host(),
                        options.receiver().get().port(),
                        moved);
        try {
            this.reader = LedgerReader.open(ledger);
        } catch (IOException e) {
            if (receiver != null) {
                receiver.close();
            }
            throw e;
        }
    }

    /** Checks all of it. */
    public VerifyResult run() throws IOException, InterruptedException {
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        long begin = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(options.clients());
        try {
            for (int part = 0; part < reader.parts(); part++) {
                check(new ArrayList<>(reader.studies(part)), threads);
            }
        } finally {
            threads.shutdownNow();
        }
        return tally.result(
                ledger.toString(),
                started,
                (System.nanoTime() - begin) / 1e9,
                access.targets().stream().map(Target::name).distinct().toList());
    }

    private void check(List<LedgerStudy> studies, ExecutorService threads) throws IOException, InterruptedException {
        List<ProposedContext> contexts = contexts(studies);
        Queue<LedgerStudy> queue = new ConcurrentLinkedQueue<>(studies);
        List<Future<?>> all = IntStream.range(0, options.clients())
                .<Future<?>>mapToObj(number -> threads.submit(() -> {
                    work(queue, contexts, number);
                    return null;
                }))
                .toList();
        try {
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the verification broke off: " + e.getCause(), e);
        }
    }

    private void work(Queue<LedgerStudy> queue, List<ProposedContext> contexts, int number)
            throws InterruptedException {
        Client client = new Client(access, number, contexts, 0);
        try {
            for (LedgerStudy study = queue.poll(); study != null; study = queue.poll()) {
                tally.begin(study);
                StudyCheck check = new StudyCheck(study, client, options, tally);
                check.retrieve(retrievers(client));
                new SearchCheck(study, check.present(), client, options, tally).search(web, dicom);
                tally.end(study);
            }
        } finally {
            client.failOver();
        }
    }

    private List<Retriever> retrievers(Client client) {
        List<Retriever> retrievers = new ArrayList<>();
        if (web) {
            retrievers.add(new WebRetriever(client, options.limit()));
        }
        if (dicom) {
            retrievers.add(
                    options.receiver().isEmpty()
                            ? new GetRetriever(client, options.limit())
                            : new MoveRetriever(
                                    client,
                                    options.limit(),
                                    options.receiver().get().aet(),
                                    moved));
        }
        return retrievers;
    }

    /** A context for each class as it was sent, so that the archive need not encode it anew. */
    private static List<ProposedContext> contexts(List<LedgerStudy> studies) {
        Set<ProposedContext> contexts = new LinkedHashSet<>();
        for (LedgerStudy study : studies) {
            for (LedgerStudy.Entry entry : study.instances().values()) {
                boolean isNative = TransferSyntax.of(entry.transferSyntaxUid()).isNative();
                contexts.add(
                        isNative
                                ? new ProposedContext(
                                        entry.sopClassUid(),
                                        List.of(
                                                TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(),
                                                TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid()),
                                        true)
                                : new ProposedContext(entry.sopClassUid(), List.of(entry.transferSyntaxUid()), true));
            }
        }
        return List.copyOf(contexts);
    }

    /** Instances in the ledger. */
    public long instances() {
        return reader.instances();
    }

    /** Instances that were checked. */
    public long checked() {
        return tally.checked();
    }

    /** Problems until now. */
    public Map<Problem, Long> problems() {
        return tally.problems();
    }

    @Override
    public void close() throws IOException {
        if (receiver != null) {
            receiver.close();
        }
        reader.close();
    }
}
