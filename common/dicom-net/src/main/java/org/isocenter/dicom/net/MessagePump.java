/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.ul.AssociationClosedException;
import org.isocenter.dicom.net.ul.IdleException;
import org.isocenter.dicom.net.ul.UpperLayer;

/**
 * Who reads the connection. There is one turn to read, taken by whichever thread needs the next message: a worker of the
 * association, or a thread that awaits a response. The thread that reads a request performs it, and gives the turn back
 * as soon as the request's data set has been read; so no message is handed from thread to thread, and requests overlap
 * when there are workers enough.
 */
final class MessagePump {
    private static final long POLL_MILLIS = 50;
    private static final long POLL_NANOS = 500_000;
    private static final int ANY = Integer.MAX_VALUE;
    private static final int NONE = 0;

    private final UpperLayer upperLayer;
    private final MessageReader reader;
    private final Performer performer;
    private final int performedWindow;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Integer, Exchange> exchanges = new HashMap<>();
    private final List<DimseRequest> inFlight = new ArrayList<>();
    private Runnable onFreeTurn = () -> {};
    private boolean turnTaken;
    private volatile long polledAt = System.nanoTime() - POLL_NANOS;
    private DatasetInput unread;
    private IncomingMessage setAside;
    private boolean releaseWanted;
    private volatile IOException failure;
    private volatile long lastMessageNanos;

    MessagePump(UpperLayer upperLayer, MessageReader reader, Performer performer, int performedWindow) {
        this.upperLayer = upperLayer;
        this.reader = reader;
        this.performer = performer;
        this.performedWindow = performedWindow;
    }

    /** Performs requests. */
    interface Performer {
        /** Performs a request; does not throw. */
        void perform(DimseRequest request);
    }

    /** Called whenever the turn becomes free while a request is in flight. */
    void onFreeTurn(Runnable action) {
        onFreeTurn = action;
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Why no message can be had any more; null while there may be some. */
    IOException failure() {
        return failure;
    }

    /** Whether the peer has asked to release. */
    boolean isReleaseWanted() {
        return locked(() -> releaseWanted);
    }

    /** Whether requests, of either side, await their final responses. */
    boolean isBusy() {
        return locked(() -> !inFlight.isEmpty() || !exchanges.isEmpty());
    }

    private boolean isOverdue(long nanos) {
        return locked(() -> exchanges.values().stream().anyMatch(e -> e.isOverdue(nanos)));
    }

    int inFlight() {
        return locked(() -> inFlight.size());
    }

    /** Makes it known that responses to a message ID are awaited. */
    void register(Exchange exchange) throws IOException {
        lock.lock();
        try {
            throwFailure();
            exchanges.put(exchange.messageId(), exchange);
        } finally {
            lock.unlock();
        }
    }

    void forget(Exchange exchange) {
        lock.lock();
        try {
            exchanges.remove(exchange.messageId(), exchange);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a message ID has responses to come. */
    boolean isInUse(int messageId) {
        return locked(() -> exchanges.containsKey(messageId));
    }

    /** A request has got its final response. */
    void answered(DimseRequest request) {
        lock.lock();
        try {
            inFlight.remove(request);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the requests in flight have got their final responses; false if they have not in time. */
    boolean awaitAnswers(long timeoutMillis) {
        long left = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        lock.lock();
        try {
            while (!inFlight.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return inFlight.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Reads and performs a message once the turn is free; false when there will be none. */
    boolean work(long idleMillis) {
        try {
            IncomingMessage message = null;
            lock.lock();
            try {
                while (turnTaken && setAside == null && isOpen()) {
                    changed.awaitUninterruptibly();
                }
                if (!isOpen()) {
                    return false;
                }
                turnTaken = true;
                message = setAside;
                setAside = null;
            } finally {
                lock.unlock();
            }
            if (message != null) {
                handle(message, ANY);
            } else {
                readOne(idleMillis, ANY);
            }
            return true;
        } catch (IdleException e) {
            if (!isBusy() || isOverdue(TimeUnit.MILLISECONDS.toNanos(idleMillis))) {
                upperLayer.abort(Abort.REASON_NOT_SPECIFIED);
                fail(new AssociationClosedException("Idle for too long", false));
            }
            return !hasFailed();
        } catch (IOException e) {
            fail(e);
            return false;
        }
    }

    private boolean isOpen() {
        return failure == null && !releaseWanted;
    }

    /** The next response, read by this thread if nobody else reads. */
    DimseResponse await(Exchange exchange, long timeoutMillis) throws IOException {
        long timeout = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        lock.lock();
        try {
            lastMessageNanos = System.nanoTime();
            while (!exchange.hasResponse()) {
                throwFailure();
                long left = timeout - (System.nanoTime() - lastMessageNanos);
                if (left <= 0) {
                    throw noResponse();
                }
                advance(left);
            }
            return exchange.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssociationException("Interrupted while awaiting a response", e);
        } finally {
            lock.unlock();
        }
    }

    /** With the lock held: does what brings a response nearer, or waits for those who do. */
    private void advance(long nanos) throws IOException, InterruptedException {
        DatasetInput own = unread != null && unread.isOfCurrentThread() ? unread : null;
        IncomingMessage next = setAside != null && inFlight.size() < performedWindow ? setAside : null;
        if (turnTaken && own == null && next == null) {
            if (setAside != null && performedWindow == 1) {
                upperLayer.abort(Abort.UNEXPECTED_PDU);
                throw new AssociationException("The peer sends a request before the former is answered");
            }
            changed.awaitNanos(nanos);
            return;
        }
        turnTaken = true;
        setAside = next == null ? setAside : null;
        lock.unlock();
        try {
            if (own != null) {
                own.drain();
            } else if (next != null) {
                handle(next, ANY);
            } else {
                readOne(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), performedWindow);
            }
        } catch (IdleException e) {
            // the deadline decides
        } catch (IOException e) {
            fail(e);
            throw e;
        } finally {
            lock.lock();
        }
    }

    /** Waits until the peer has agreed to release, as we have asked it to. */
    void awaitRelease(long timeoutMillis) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        lock.lock();
        try {
            while (!releaseWanted) {
                throwFailure();
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new SocketTimeoutException("The peer does not agree to release");
                }
                advanceToRelease(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssociationException("Interrupted while releasing", e);
        } finally {
            lock.unlock();
        }
    }

    private void advanceToRelease(long nanos) throws IOException, InterruptedException {
        try {
            advance(nanos);
        } catch (IOException e) {
            if (!releaseWanted) {
                throw e;
            }
        }
    }

    private static IOException noResponse() {
        return new SocketTimeoutException("No response in time");
    }

    /** Reads what can be read without waiting; for C-CANCEL while a request is performed. Asks the socket now and then only. */
    void poll() {
        long now = System.nanoTime();
        if (now - polledAt < POLL_NANOS) {
            return;
        }
        polledAt = now;
        lock.lock();
        try {
            if (turnTaken || !isOpen() || !upperLayer.hasInput()) {
                return;
            }
            turnTaken = true;
        } catch (IOException e) {
            return;
        } finally {
            lock.unlock();
        }
        try {
            readOne(POLL_MILLIS, NONE);
        } catch (IOException e) {
            // kept as the failure, if it is one
        }
    }

    /** With the turn taken: reads a message and handles it; the turn is given back on the way. */
    private void readOne(long timeoutMillis, int requestLimit) throws IOException {
        try {
            Optional<IncomingMessage> message = reader.read(timeoutMillis);
            if (message.isPresent()) {
                handle(message.get(), requestLimit);
            } else {
                released();
            }
        } catch (IdleException e) {
            giveTurnBack();
            throw e;
        } catch (IOException e) {
            upperLayer.abort(Abort.BY_USER);
            fail(e);
            throw e;
        }
    }

    private void released() {
        lock.lock();
        try {
            releaseWanted = true;
        } finally {
            lock.unlock();
        }
        fail(new AssociationClosedException("Released by the peer", true));
    }

    private void handle(IncomingMessage message, int requestLimit) throws IOException {
        lastMessageNanos = System.nanoTime();
        CommandField field = message.field();
        if (field != null && field.isResponse()) {
            response(message);
        } else if (field == CommandField.C_CANCEL_RQ) {
            cancel(message);
        } else if (inFlight() >= requestLimit) {
            setAside(message);
        } else {
            request(message);
        }
    }

    private void response(IncomingMessage message) throws IOException {
        Exchange exchange = awaiting(message);
        // what nobody awaits is not worth memory
        DimseResponse response = exchange == null ? null : exchange.take(message, upperLayer::isInputAtHand);
        if (message.dataset() != null) {
            message.dataset().drain();
        }
        if (exchange != null) {
            lock.lock();
            try {
                exchange.add(response);
                if (exchange.isComplete()) {
                    exchanges.remove(exchange.messageId(), exchange);
                }
            } finally {
                lock.unlock();
            }
        }
        giveTurnBack();
        if (exchange != null && !response.isPending()) {
            exchange.last().complete(response);
        }
    }

    /** Who awaits a response; one that hands the final response on gives its message ID free before. */
    private Exchange awaiting(IncomingMessage message) {
        int messageId = message.command().getInt(Tag.MessageIDBeingRespondedTo, 0);
        boolean last = !DimseStatus.of(message.command()).isPending();
        return locked(() -> {
            Exchange exchange = exchanges.get(messageId);
            return last && exchange != null && exchange.isReceived() ? exchanges.remove(messageId) : exchange;
        });
    }

    private void cancel(IncomingMessage message) throws IOException {
        if (message.dataset() != null) {
            message.dataset().drain();
        }
        int messageId = message.command().getInt(Tag.MessageIDBeingRespondedTo, 0);
        List<DimseRequest> canceled = locked(
                () -> inFlight.stream().filter(r -> r.messageId() == messageId).toList());
        canceled.forEach(DimseRequest::cancel);
        giveTurnBack();
    }

    /** The turn stays taken until a worker is free for the request. */
    private void setAside(IncomingMessage message) {
        lock.lock();
        try {
            setAside = message;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void request(IncomingMessage message) throws IOException {
        DimseRequest request = new DimseRequest(message, this);
        DatasetInput input = message.dataset();
        lock.lock();
        try {
            inFlight.add(request);
            unread = input;
        } finally {
            lock.unlock();
        }
        if (input == null) {
            giveTurnBack();
        } else {
            input.onEnd(this::giveTurnBack);
        }
        performer.perform(request);
        if (input != null && !input.hasEnded()) {
            input.drain();
        }
    }

    private void giveTurnBack() {
        boolean requests;
        lock.lock();
        try {
            turnTaken = false;
            unread = null;
            requests = !inFlight.isEmpty();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (requests) {
            onFreeTurn.run();
        }
    }

    /** Ends all waiting; the first cause stays. */
    void fail(IOException cause) {
        List<Exchange> waiting;
        lock.lock();
        try {
            if (failure == null) {
                failure = cause;
            }
            turnTaken = false;
            waiting = List.copyOf(exchanges.values());
            exchanges.clear();
            if (!releaseWanted) {
                inFlight.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        waiting.forEach(exchange -> exchange.fail(cause));
    }

    /** @throws IOException if no message can be had any more */
    void throwFailure() throws IOException {
        IOException cause = failure;
        if (cause != null) {
            throw cause instanceof AssociationClosedException closed && closed.isReleased()
                    ? new AssociationClosedException("Released by the peer", true)
                    : new AssociationException(cause.getMessage(), cause);
        }
    }
}
