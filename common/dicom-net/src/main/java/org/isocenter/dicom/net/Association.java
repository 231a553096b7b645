/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.AssociationListener.CloseReason;
import org.isocenter.dicom.net.pdu.Abort;
import org.isocenter.dicom.net.pdu.UserInformation;

/**
 * An established association, of either side: it performs the peer's requests and sends requests of its own, both at
 * once if the roles allow. Safe for concurrent use; how many requests may be outstanding is what was negotiated
 * (PS3.7 D.3.3.3), and a caller beyond that waits.
 */
public final class Association implements AutoCloseable {
    private final Negotiated negotiated;
    private final AssociationCore core;

    Association(Negotiated negotiated, AssociationCore core) {
        this.negotiated = negotiated;
        this.core = core;
    }

    AssociationCore core() {
        return core;
    }

    /** The requestor's AE title. */
    public String callingAet() {
        return negotiated.request().callingAet();
    }

    /** The acceptor's AE title. */
    public String calledAet() {
        return negotiated.request().calledAet();
    }

    /** The peer's AE title. */
    public String remoteAet() {
        return negotiated.requestor() ? calledAet() : callingAet();
    }

    public InetSocketAddress remoteAddress() {
        return core.upperLayer().transport().remoteAddress();
    }

    /** Whether we have requested it. */
    public boolean isRequestor() {
        return negotiated.requestor();
    }

    public boolean isEncrypted() {
        return core.upperLayer().transport().isEncrypted();
    }

    /** Whether it can still be used, as far as is known. */
    public boolean isOpen() {
        return !core.pump().hasFailed() && !core.upperLayer().isOver();
    }

    /** What was proposed. */
    public AssociationRequest request() {
        return negotiated.request();
    }

    /** What the peer said of itself, its roles, extended negotiations and identity response included. */
    public UserInformation peer() {
        return negotiated.peer();
    }

    /** Requests that we may have outstanding at a time. */
    public int invokedWindow() {
        return negotiated.invokedWindow();
    }

    /** Requests that the peer may have outstanding at a time. */
    public int performedWindow() {
        return negotiated.performedWindow();
    }

    public List<PresentationContext> acceptedContexts() {
        return negotiated.contexts();
    }

    /** Contexts of a SOP class in which we may send requests. */
    public List<PresentationContext> contextsFor(String sopClassUid) {
        return acceptedContexts().stream()
                .filter(c -> c.localScu() && c.abstractSyntax().equals(sopClassUid))
                .toList();
    }

    /** The context to send a data set in, if there is one. */
    public Optional<PresentationContext> contextFor(String sopClassUid, TransferSyntax transferSyntax) {
        return contextsFor(sopClassUid).stream()
                .filter(c -> c.transferSyntax().uid().equals(transferSyntax.uid()))
                .findFirst();
    }

    private PresentationContext anyContext(String sopClassUid) throws NoPresentationContextException {
        return contextsFor(sopClassUid).stream()
                .findFirst()
                .orElseThrow(() -> new NoPresentationContextException(sopClassUid, "any"));
    }

    /** Sends a response without a data set. */
    public void respond(DimseRequest request, DimseStatus status) throws IOException {
        respond(request, status.code(), null, command -> {});
    }

    /** As {@link #respond(DimseRequest, int, Attributes, Consumer)}. */
    public void respond(
            DimseRequest request, DimseStatus status, Attributes identifier, Consumer<Attributes> extraCommandFields)
            throws IOException {
        respond(request, status.code(), identifier, extraCommandFields);
    }

    /**
     * Sends a response; one whose status is not pending is the request's final one.
     *
     * @param identifier the data set in the encoding of the request's context, or null
     * @param extraCommandFields adds to the response's command set, such as numbers of sub-operations
     * @throws IllegalStateException if the final response has been sent
     */
    public void respond(
            DimseRequest request, int status, Attributes identifier, Consumer<Attributes> extraCommandFields)
            throws IOException {
        core.respond(request, new DimseStatus(status), identifier, extraCommandFields);
    }

    /**
     * As {@link #respond(DimseRequest, DimseStatus, Attributes, Consumer)} with a pending status, but many of them go out together: by
     * {@link #sendHeld}, with whatever is sent next, or when there are enough. To be used while the next one is at hand.
     *
     * @param identifier the data set in the encoding of the request's context
     */
    public void respondSoon(DimseRequest request, DimseStatus pending, Attributes identifier) throws IOException {
        core.respondSoon(request, pending, identifier);
    }

    /**
     * Sends what another association's peer has responded as the response to a request: the command set stays as it is but for the
     * message ID.
     *
     * @param response the command set
     * @param dataset its data set in the encoding of the request's context, or null
     * @param soon whether a pending response may go out together with those after it, as by {@link #respondSoon}
     * @throws IllegalStateException if the final response has been sent
     */
    public void passOn(DimseRequest request, Attributes response, DatasetBody dataset, boolean soon)
            throws IOException {
        core.passOn(request, response, dataset, soon);
    }

    /** Sends the responses that wait, if there are any. */
    public void sendHeld() throws IOException {
        core.sendHeld();
    }

    /** C-ECHO (PS3.7 9.1.5). */
    public DimseResponse cecho() throws IOException {
        Attributes command = Commands.request(CommandField.C_ECHO_RQ, UID.Verification);
        return core.invoker().call(anyContext(UID.Verification), command, null);
    }

    /** C-STORE in the context of the SOP class with the body's transfer syntax. */
    public DimseResponse cstore(String sopClassUid, String sopInstanceUid, DatasetBody body) throws IOException {
        return cstore(sopClassUid, sopInstanceUid, Priority.MEDIUM, null, body);
    }

    /**
     * C-STORE (PS3.7 9.1.1) in the context of the SOP class with the body's transfer syntax.
     *
     * @param moveOriginator null but for a sub-operation of a C-MOVE
     * @throws NoPresentationContextException if no context fits; nothing has been sent
     */
    public DimseResponse cstore(
            String sopClassUid,
            String sopInstanceUid,
            Priority priority,
            MoveOriginator moveOriginator,
            DatasetBody body)
            throws IOException {
        PresentationContext context = storeContext(sopClassUid, body.transferSyntax());
        return core.invoker()
                .call(context, Commands.store(sopClassUid, sopInstanceUid, priority, moveOriginator), body);
    }

    /**
     * C-STORE without waiting for the response, so that several are outstanding if the peer has agreed to that. Returns
     * when the request has been sent, which may wait for a former one's response.
     */
    public CompletableFuture<DimseResponse> cstoreLater(
            String sopClassUid,
            String sopInstanceUid,
            Priority priority,
            MoveOriginator moveOriginator,
            DatasetBody body)
            throws IOException {
        PresentationContext context = storeContext(sopClassUid, body.transferSyntax());
        core.workers().ensureReader();
        return core.invoker()
                .callLater(context, Commands.store(sopClassUid, sopInstanceUid, priority, moveOriginator), body);
    }

    private PresentationContext storeContext(String sopClassUid, TransferSyntax transferSyntax)
            throws NoPresentationContextException {
        return contextFor(sopClassUid, transferSyntax)
                .orElseThrow(() -> new NoPresentationContextException(sopClassUid, transferSyntax.uid()));
    }

    /** C-FIND (PS3.7 9.1.2). */
    public DimseResponses cfind(String sopClassUid, Priority priority, Attributes identifier) throws IOException {
        return open(sopClassUid, Commands.request(CommandField.C_FIND_RQ, sopClassUid, priority), identifier);
    }

    /** C-MOVE (PS3.7 9.1.4). */
    public DimseResponses cmove(String sopClassUid, Priority priority, String destinationAet, Attributes identifier)
            throws IOException {
        Attributes command = Commands.request(CommandField.C_MOVE_RQ, sopClassUid, priority);
        command.setString(Tag.MoveDestination, VR.AE, destinationAet);
        return open(sopClassUid, command, identifier);
    }

    /**
     * C-GET (PS3.7 9.1.3).
     *
     * @param stores performs the C-STORE sub-operations, on the thread that reads the responses
     */
    public DimseResponses cget(String sopClassUid, Priority priority, Attributes identifier, RequestHandler stores)
            throws IOException {
        core.setRequestHandler(stores);
        return open(sopClassUid, Commands.request(CommandField.C_GET_RQ, sopClassUid, priority), identifier);
    }

    private DimseResponses open(String sopClassUid, Attributes command, Attributes identifier) throws IOException {
        PresentationContext context = anyContext(sopClassUid);
        DatasetBody body = DatasetBody.of(identifier, context.transferSyntax());
        return new DimseResponses(core.invoker(), core.invoker().send(context, command, body));
    }

    /** N-EVENT-REPORT (PS3.7 10.1.1): from the SCP, in a context whose requests we perform. */
    public DimseResponse neventReport(
            String sopClassUid, String sopInstanceUid, int eventTypeId, Attributes information) throws IOException {
        Attributes command = Commands.request(CommandField.N_EVENT_REPORT_RQ, sopClassUid, sopInstanceUid);
        command.setInt(Tag.EventTypeID, VR.US, eventTypeId);
        PresentationContext context = acceptedContexts().stream()
                .filter(c -> c.localScp() && c.abstractSyntax().equals(sopClassUid))
                .findFirst()
                .orElseThrow(() -> new NoPresentationContextException(sopClassUid, "any"));
        return call(context, command, information);
    }

    /** N-GET (PS3.7 10.1.2); without tags, all attributes. */
    public DimseResponse nget(String sopClassUid, String sopInstanceUid, int... attributeIdentifiers)
            throws IOException {
        Attributes command = Commands.request(CommandField.N_GET_RQ, sopClassUid, sopInstanceUid);
        if (attributeIdentifiers.length > 0) {
            command.setInt(Tag.AttributeIdentifierList, VR.AT, attributeIdentifiers);
        }
        return call(sopClassUid, command, null);
    }

    /** N-SET (PS3.7 10.1.3). */
    public DimseResponse nset(String sopClassUid, String sopInstanceUid, Attributes modifications) throws IOException {
        return call(sopClassUid, Commands.request(CommandField.N_SET_RQ, sopClassUid, sopInstanceUid), modifications);
    }

    /** N-ACTION (PS3.7 10.1.4); information may be null. */
    public DimseResponse naction(String sopClassUid, String sopInstanceUid, int actionTypeId, Attributes information)
            throws IOException {
        Attributes command = Commands.request(CommandField.N_ACTION_RQ, sopClassUid, sopInstanceUid);
        command.setInt(Tag.ActionTypeID, VR.US, actionTypeId);
        return call(sopClassUid, command, information);
    }

    /** N-CREATE (PS3.7 10.1.5); without an instance UID its performer chooses one. */
    public DimseResponse ncreate(String sopClassUid, String sopInstanceUid, Attributes attributes) throws IOException {
        return call(sopClassUid, Commands.request(CommandField.N_CREATE_RQ, sopClassUid, sopInstanceUid), attributes);
    }

    /** N-DELETE (PS3.7 10.1.6). */
    public DimseResponse ndelete(String sopClassUid, String sopInstanceUid) throws IOException {
        return call(sopClassUid, Commands.request(CommandField.N_DELETE_RQ, sopClassUid, sopInstanceUid), null);
    }

    private DimseResponse call(String sopClassUid, Attributes command, Attributes dataset) throws IOException {
        return call(anyContext(sopClassUid), command, dataset);
    }

    private DimseResponse call(PresentationContext context, Attributes command, Attributes dataset) throws IOException {
        DatasetBody body = dataset == null ? null : DatasetBody.of(dataset, context.transferSyntax());
        return core.invoker().call(context, command, body);
    }

    /**
     * Sends a request of another association: its command set stays as it is but for the message ID. Returns when it has been sent,
     * which may wait for a former one's response; the responses go to a receiver as they come.
     *
     * @param context an accepted one, whose roles the caller has seen to
     * @param dataset in the encoding of the context, or null
     * @param keepsMessageId whether the message ID stays as well; it must not be that of a request that awaits responses, so that no
     *     other request is sent by this side
     * @throws IOException if the request cannot be sent and the receiver has not heard so
     */
    public void forward(
            PresentationContext context,
            Attributes command,
            boolean keepsMessageId,
            DatasetBody dataset,
            ResponseReceiver receiver)
            throws IOException {
        core.workers().ensureReader();
        core.invoker().forward(context, new Attributes(command), keepsMessageId, dataset, receiver);
    }

    /** C-CANCEL (PS3.7 9.3.2.3) of a request that was forwarded with its message ID. */
    public void cancel(PresentationContext context, int messageId) throws IOException {
        core.invoker().cancel(context.id(), messageId);
    }

    /** Has an action run when the association ends, on the thread that finds it; at once if it has ended. */
    public void onClosed(Consumer<CloseReason> action) {
        core.onClosed(action);
    }

    /**
     * Releases the association and closes the connection; returns when the peer has agreed.
     *
     * @throws IOException if there is no association any more, or the peer does not agree in time
     */
    public void release() throws IOException {
        core.release();
    }

    /** Aborts the association as its user; without effect if it is over. */
    public void abort() {
        core.abort(Abort.BY_USER);
    }

    /** Aborts the association with a source and reason; without effect if it is over. */
    public void abort(Abort abort) {
        core.abort(abort);
    }

    /** Reads the connection on a thread of its own, so that requests of the peer are performed at any time. */
    public void serve() {
        core.workers().ensureReader();
    }

    /** Releases the association if it is open, else aborts it. */
    @Override
    public void close() {
        core.close();
    }

    @Override
    public String toString() {
        return callingAet() + "->" + calledAet() + '@' + remoteAddress();
    }
}
