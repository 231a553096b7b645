/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * How a {@link DimseServer} listens and what it allows.
 *
 * @param aeTitles AE titles that it answers to; empty to answer to any
 * @param bindAddress the address that it listens on
 * @param port the port; 0 for a free one
 * @param sslContext for DICOM over TLS; empty for plain TCP
 * @param needClientAuthentication whether TLS clients have to show a certificate
 * @param maxAssociations associations at a time; more are rejected with local-limit-exceeded
 * @param maxAssociationsPerAet the same for each calling AE title; 0 is unlimited
 * @param maxPduLength longest P-DATA-TF field taken, in bytes; 0 is unlimited
 * @param asyncOperations requests of one association performed at a time, if its requestor negotiates that
 * @param timeouts how long peers are waited for
 * @param policy who may associate
 * @param listener hears what happens
 */
public record DimseServerConfig(
        Set<String> aeTitles,
        InetAddress bindAddress,
        int port,
        Optional<SSLContext> sslContext,
        boolean needClientAuthentication,
        int maxAssociations,
        int maxAssociationsPerAet,
        int maxPduLength,
        int asyncOperations,
        Timeouts timeouts,
        AssociationPolicy policy,
        AssociationListener listener) {
    public DimseServerConfig {
        aeTitles = Set.copyOf(aeTitles);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Puts a configuration together; listens on loopback unless told otherwise. Not thread-safe. */
    public static final class Builder {
        private Set<String> aeTitles = Set.of();
        private InetAddress bindAddress = InetAddress.getLoopbackAddress();
        private int port;
        private SSLContext sslContext;
        private boolean needClientAuthentication;
        private int maxAssociations = 512;
        private int maxAssociationsPerAet;
        private int maxPduLength = 256 * 1024;
        private int asyncOperations = 16;
        private Timeouts timeouts = Timeouts.DEFAULT;
        private AssociationPolicy policy = AssociationPolicy.ACCEPT_ALL;
        private AssociationListener listener = AssociationListener.NONE;

        private Builder() {}

        public Builder aeTitles(String... titles) {
            aeTitles = Set.of(titles);
            return this;
        }

        public Builder bindAddress(InetAddress address) {
            bindAddress = address;
            return this;
        }

        public Builder port(int number) {
            port = number;
            return this;
        }

        public Builder tls(SSLContext context, boolean needClient) {
            sslContext = context;
            needClientAuthentication = needClient;
            return this;
        }

        public Builder maxAssociations(int number) {
            maxAssociations = number;
            return this;
        }

        public Builder maxAssociationsPerAet(int number) {
            maxAssociationsPerAet = number;
            return this;
        }

        public Builder maxPduLength(int bytes) {
            maxPduLength = bytes;
            return this;
        }

        public Builder asyncOperations(int number) {
            asyncOperations = number;
            return this;
        }

        public Builder timeouts(Timeouts durations) {
            timeouts = durations;
            return this;
        }

        public Builder policy(AssociationPolicy who) {
            policy = who;
            return this;
        }

        public Builder listener(AssociationListener who) {
            listener = who;
            return this;
        }

        public DimseServerConfig build() {
            return new DimseServerConfig(
                    aeTitles,
                    bindAddress,
                    port,
                    Optional.ofNullable(sslContext),
                    needClientAuthentication,
                    maxAssociations,
                    maxAssociationsPerAet,
                    maxPduLength,
                    asyncOperations,
                    timeouts,
                    policy,
                    listener);
        }
    }
}
