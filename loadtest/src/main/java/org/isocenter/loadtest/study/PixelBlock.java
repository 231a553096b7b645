/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.isocenter.loadtest.digest.ValueDigest;

/**
 * The value of Pixel Data of instances that differ only in a stamp: it is in the first bytes, so that no two instances have the same
 * pixels and an archive that mixes them up is found out; the rest is shared. Immutable.
 */
final class PixelBlock {

    private static final int STAMP = 16;

    private final byte[] framing;
    private final byte[] first;
    private final List<byte[]> rest;
    private final byte[] end;
    private final int stampOffset;
    private final int stampStep;
    private final byte[] bridge;
    private final byte[] restDigest;

    private PixelBlock(
            byte[] framing,
            byte[] first,
            List<byte[]> rest,
            byte[] end,
            int stampOffset,
            int stampStep,
            List<byte[]> pixelsBehind) {
        this.framing = framing;
        this.first = first;
        this.rest = rest;
        this.end = end;
        this.stampOffset = stampOffset;
        this.stampStep = stampStep;
        this.bridge = bridge(first.length, pixelsBehind);
        this.restDigest = digestBehind(first.length, pixelsBehind);
    }

    /**
     * Native frames one after the other.
     *
     * @param bytesPerSample of two the stamp takes the lower one
     */
    static PixelBlock ofNative(List<byte[]> frames, int bytesPerSample) {
        byte[] frame = frames.get(0);
        int split = Math.min(frame.length, ValueDigest.FIRST_PIXELS);
        byte[] first = Arrays.copyOf(frame, split);
        List<byte[]> rest = new ArrayList<>();
        rest.add(Arrays.copyOfRange(frame, split, frame.length));
        rest.addAll(frames.subList(1, frames.size()));
        return new PixelBlock(new byte[0], first, rest, new byte[0], 0, bytesPerSample, rest);
    }

    /**
     * Encapsulated frames, each one fragment.
     *
     * @param framing offset table, and the head of the first item
     * @param frames of the codestreams, the heads of their items between them
     * @param pixels the codestreams without those heads
     */
    static PixelBlock ofFragments(
            byte[] framing, byte[] firstFrame, List<byte[]> frames, List<byte[]> pixels, byte[] end, int stampOffset) {
        int split = Math.min(firstFrame.length, ValueDigest.FIRST_PIXELS);
        byte[] first = Arrays.copyOf(firstFrame, split);
        byte[] tail = Arrays.copyOfRange(firstFrame, split, firstFrame.length);
        List<byte[]> rest = new ArrayList<>(frames.size() + 1);
        rest.add(tail);
        rest.addAll(frames);
        List<byte[]> digested = new ArrayList<>(pixels.size() + 1);
        digested.add(tail);
        digested.addAll(pixels);
        return new PixelBlock(framing, first, rest, end, stampOffset, 1, digested);
    }

    /** What follows the stamped bytes of the first pixels, where frames are short. */
    private static byte[] bridge(int firstLength, List<byte[]> rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] each : rest) {
            int missing = ValueDigest.FIRST_PIXELS - firstLength - bytes.size();
            if (missing <= 0) {
                break;
            }
            bytes.write(each, 0, Math.min(missing, each.length));
        }
        return bytes.toByteArray();
    }

    /** The digest of the pixels behind the first ones. */
    private static byte[] digestBehind(int firstLength, List<byte[]> rest) {
        MessageDigest digest = ValueDigest.sha256();
        int skip = ValueDigest.FIRST_PIXELS - firstLength;
        for (byte[] each : rest) {
            int skipped = Math.min(skip, each.length);
            digest.update(each, skipped, each.length - skipped);
            skip -= skipped;
        }
        return digest.digest();
    }

    /** The value with the stamp of an instance, and after it all parts of the value. */
    List<byte[]> parts(byte[] head, byte[] stamped) {
        List<byte[]> parts = new ArrayList<>(rest.size() + 4);
        parts.add(head);
        parts.add(framing);
        parts.add(stamped);
        parts.addAll(rest);
        parts.add(end);
        return parts;
    }

    /** The first bytes with a number written into them. */
    byte[] stamp(int study, int instance) {
        byte[] copy = first.clone();
        byte[] text = String.format(Locale.ROOT, "%08x%08x", study, instance).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < STAMP; i++) {
            copy[stampOffset + i * stampStep] = text[i];
            if (stampStep == 2) {
                copy[stampOffset + i * stampStep + 1] = 0;
            }
        }
        return copy;
    }

    /** The digest of a data set. */
    String digest(byte[] canonicalElements, byte[] stamped) {
        return new ValueDigest()
                .elements(canonicalElements, 0, canonicalElements.length)
                .pixels(stamped, 0, stamped.length)
                .pixels(bridge, 0, bridge.length)
                .end(restDigest);
    }

    /** Bytes of the value. */
    long length() {
        long length = (long) framing.length + first.length + end.length;
        for (byte[] each : rest) {
            length += each.length;
        }
        return length;
    }
}
