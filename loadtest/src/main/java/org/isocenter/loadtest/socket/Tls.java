/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.socket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How TLS connections are made.
 *
 * @param context with keys and whom it trusts
 * @param verifyHost whether the name in the certificate must be the host's
 */
public record Tls(SSLContext context, boolean verifyHost) {

    /**
     * Reads certificates and keys.
     *
     * @param trust PEM file of the authorities that are trusted, null for those of Java
     * @param keyStore PKCS #12 file with the client's own key, null for none
     * @param password of the key store
     * @param verify false trusts any certificate: for tests with self-signed ones
     */
    public static Tls of(Path trust, Path keyStore, char[] password, boolean verify) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(keyStore, password), verify ? trusted(trust) : anyone(), null);
            return new Tls(context, verify);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] keys(Path keyStore, char[] password) throws IOException, GeneralSecurityException {
        if (keyStore == null) {
            return new KeyManager[0];
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, password);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trusted(Path trust) throws IOException, GeneralSecurityException {
        if (trust == null) {
            return null;
        }
        Collection<? extends Certificate> certificates;
        try (InputStream in = Files.newInputStream(trust)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate each : certificates) {
            store.setCertificateEntry("authority" + number++, each);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static TrustManager[] anyone() {
        return new TrustManager[] {
            new X509TrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String authType) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String authType) {}

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return new X509Certificate[0];
                }
            }
        };
    }
}
