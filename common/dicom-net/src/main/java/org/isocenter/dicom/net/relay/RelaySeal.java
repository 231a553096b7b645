/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.net.relay;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.isocenter.dicom.net.AssociationRequest;
import org.isocenter.dicom.net.Implementation;
import org.isocenter.dicom.net.pdu.ExtendedNegotiation;

/**
 * Marks an association as relayed, by an extended negotiation of a private UID (PS3.7 D.3.3.5) with the requestor's address. That
 * it bears the mark is believed of anybody, since it only takes away: it is never relayed again. The address is believed when the
 * mark is authenticated with the secret that the programs share, for some minutes. Thread-safe.
 */
public final class RelaySeal {
    /** What the mark is an extended negotiation of. */
    public static final String MARK_UID = Implementation.CLASS_UID + ".1";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CODE_LENGTH = 32;
    private static final int FIXED_LENGTH = Long.BYTES + 1;
    private static final long VALID_SECONDS = 300;

    private final byte[] secret;
    private final Clock clock;

    private RelaySeal(byte[] secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** With the secret that the programs share; empty to believe no address. */
    public static RelaySeal of(String secret, Clock clock) {
        return new RelaySeal(secret.getBytes(StandardCharsets.UTF_8), clock);
    }

    /** Whether an association is relayed, as its requestor says. */
    public static boolean isMarked(AssociationRequest request) {
        return mark(request).isPresent();
    }

    private static Optional<byte[]> mark(AssociationRequest request) {
        return request.userInformation().extended().stream()
                .filter(e -> e.sopClassUid().equals(MARK_UID))
                .map(ExtendedNegotiation::information)
                .findFirst();
    }

    /** The mark of an association between two AE titles whose requestor is at an address. */
    ExtendedNegotiation mark(String callingAet, String calledAet, InetAddress address) {
        byte[] bytes = address.getAddress();
        ByteBuffer mark = ByteBuffer.allocate(FIXED_LENGTH + bytes.length + (secret.length == 0 ? 0 : CODE_LENGTH));
        mark.putLong(clock.instant().getEpochSecond()).put((byte) bytes.length).put(bytes);
        if (secret.length > 0) {
            mark.put(code(Arrays.copyOf(mark.array(), mark.position()), callingAet, calledAet));
        }
        return new ExtendedNegotiation(MARK_UID, mark.array());
    }

    /** Where the requestor of a relayed association is; empty if it is not relayed, or its mark cannot be believed. */
    public Optional<InetAddress> originalAddress(AssociationRequest request) {
        Optional<byte[]> mark = secret.length == 0 ? Optional.empty() : mark(request);
        return mark.filter(bytes -> bytes.length > FIXED_LENGTH + CODE_LENGTH && isAuthentic(bytes, request))
                .flatMap(this::address);
    }

    private boolean isAuthentic(byte[] mark, AssociationRequest request) {
        int end = mark.length - CODE_LENGTH;
        byte[] expected = code(Arrays.copyOf(mark, end), request.callingAet(), request.calledAet());
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(mark, end, mark.length));
    }

    private Optional<InetAddress> address(byte[] mark) {
        ByteBuffer buffer = ByteBuffer.wrap(mark, 0, mark.length - CODE_LENGTH);
        long age = clock.instant().getEpochSecond() - buffer.getLong();
        int length = buffer.get();
        if (Math.abs(age) > VALID_SECONDS || length != buffer.remaining()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private byte[] code(byte[] content, String callingAet, String calledAet) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(content);
            // titles have no backslash
            return mac.doFinal((callingAet + '\\' + calledAet).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform lacks " + ALGORITHM, e);
        }
    }
}
