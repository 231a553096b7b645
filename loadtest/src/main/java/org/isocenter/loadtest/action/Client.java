/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.action;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.isocenter.loadtest.dimse.DicomClient;
import org.isocenter.loadtest.dimse.ProposedContext;
import org.isocenter.loadtest.dimse.SopClass;
import org.isocenter.loadtest.http.BodyReader;
import org.isocenter.loadtest.http.HttpConnection;
import org.isocenter.loadtest.http.HttpRequest;
import org.isocenter.loadtest.http.HttpResult;
import org.isocenter.loadtest.operation.Target;
import org.isocenter.loadtest.scenario.Access;

/** The associations and connections of one client, which goes to the next address when one fails. For one thread. */
public final class Client implements Closeable {

    private final Access access;
    private final List<ProposedContext> storage;
    private final int renewAfter;
    private final Map<Purpose, DicomClient> associations = new EnumMap<>(Purpose.class);
    private HttpConnection web;
    private int target;
    private int operations;

    /** What an association is for. */
    public enum Purpose {
        /** C-STORE. */
        STORE,
        /** C-ECHO and C-FIND. */
        QUERY,
        /** C-GET. */
        GET,
        /** C-MOVE. */
        MOVE
    }

    /**
     * Begins without connections.
     *
     * @param access to the archive
     * @param first which of the addresses is tried first
     * @param storage contexts of stored instances
     * @param renewAfter operations after which connections are made anew; 0 keeps them
     */
    public Client(Access access, int first, List<ProposedContext> storage, int renewAfter) {
        this.access = access;
        this.storage = List.copyOf(storage);
        this.renewAfter = renewAfter;
        this.target = first % access.targets().size();
    }

    /** The association for a purpose, within the time. */
    public DicomClient dicom(Purpose purpose, Duration limit) throws IOException {
        DicomClient client = associations.get(purpose);
        if (client == null) {
            Target to = able(false);
            client = DicomClient.open(access.dicom(to), contexts(purpose), access.connectTimeout());
            associations.put(purpose, client);
        }
        client.limit(limit);
        return client;
    }

    private List<ProposedContext> contexts(Purpose purpose) {
        return switch (purpose) {
            case STORE -> storage;
            case QUERY ->
                List.of(ProposedContext.of(SopClass.VERIFICATION), ProposedContext.of(SopClass.STUDY_ROOT_FIND));
            case GET -> {
                List<ProposedContext> all = new ArrayList<>();
                all.add(ProposedContext.of(SopClass.STUDY_ROOT_GET));
                storage.forEach(
                        each -> all.add(new ProposedContext(each.abstractSyntax(), each.transferSyntaxes(), true)));
                yield all;
            }
            case MOVE -> List.of(ProposedContext.of(SopClass.STUDY_ROOT_MOVE));
        };
    }

    /** Sends a request to the DICOMweb root. */
    public HttpResult web(HttpRequest request, BodyReader reader, Duration limit) throws IOException {
        Target to = able(true);
        if (web == null) {
            web = new HttpConnection(to.web(), access.web(to), access.headers());
        }
        HttpRequest absolute = new HttpRequest(
                request.method(), to.web().getPath() + request.path(), request.headers(), request.parts());
        return web.exchange(absolute, reader, limit);
    }

    private Target able(boolean overWeb) throws IOException {
        List<Target> targets = access.targets();
        for (int i = 0; i < targets.size(); i++) {
            Target each = targets.get((target + i) % targets.size());
            if (overWeb ? each.web() != null : each.dicomPort() > 0) {
                target = (target + i) % targets.size();
                return each;
            }
        }
        throw new IOException(
                overWeb
                        ? "none of the targets has a DICOMweb root; add web= to one, or leave out its operations"
                        : "none of the targets has a DICOM port; add dicom= to one, or leave out its operations");
    }

    /** A request ended well: its limit is taken away. */
    public void answered() {
        associations.values().forEach(DicomClient::unlimit);
    }

    /** An operation, of one request or several, ended: closes connections of which the time has come. */
    public void operationDone() throws IOException {
        operations++;
        if (renewAfter > 0 && operations >= renewAfter) {
            close();
        }
    }

    /** An operation failed: its connections are of no use any more, and maybe the address is not either. */
    public void failOver() {
        for (DicomClient each : associations.values()) {
            try {
                each.abandon();
            } catch (IOException e) {
                // it is gone already
                operations = 0;
            }
        }
        associations.clear();
        closeWeb();
        operations = 0;
        target = (target + 1) % access.targets().size();
    }

    private void closeWeb() {
        if (web != null) {
            try {
                web.close();
            } catch (IOException e) {
                // it is gone already
                web = null;
            }
            web = null;
        }
    }

    /** Releases the associations and closes the connections. */
    @Override
    public void close() throws IOException {
        operations = 0;
        List<DicomClient> open = List.copyOf(associations.values());
        associations.clear();
        closeWeb();
        IOException first = null;
        for (DicomClient each : open) {
            try {
                each.limit(access.connectTimeout());
                each.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
