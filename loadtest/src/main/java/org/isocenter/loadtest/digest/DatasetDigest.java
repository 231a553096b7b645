/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.digest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.isocenter.dicom.io.TransferSyntax;

/**
 * The digest of a data set by value: two data sets with the same elements have the same digest in every transfer syntax, as long
 * as the pixels are not compressed anew. Group 0002 is not part of a data set. Private sequences of defined length in implicit VR
 * cannot be told from other private values; their digest depends on how their items are encoded.
 */
public final class DatasetDigest {

    private DatasetDigest() {}

    /**
     * Reads a data set to its end.
     *
     * @throws IOException when it is cut off or malformed
     */
    public static String of(InputStream dataset, String transferSyntaxUid) throws IOException {
        ValueDigest digest = new ValueDigest();
        canonical(dataset, transferSyntaxUid, digest::elements, digest::pixels);
        return digest.end();
    }

    /** The canonical form of a data set without the value of Pixel Data, in explicit VR little endian. */
    public static byte[] canonicalElements(byte[] dataset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            canonical(
                    new ByteArrayInputStream(dataset),
                    TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(),
                    out::write,
                    (bytes, offset, length) -> {});
        } catch (IOException e) {
            throw new IllegalArgumentException("not a data set", e);
        }
        return out.toByteArray();
    }

    private static void canonical(InputStream dataset, String transferSyntaxUid, ByteSink elements, ByteSink pixels)
            throws IOException {
        TransferSyntax syntax = TransferSyntax.of(transferSyntaxUid);
        Inflater inflater = syntax.deflated() ? new Inflater(true) : null;
        try {
            InputStream plain = inflater == null ? dataset : new InflaterInputStream(dataset, inflater);
            new CanonicalDataset(new DatasetInput(plain, syntax.bigEndian()), syntax.explicitVr(), elements, pixels)
                    .read();
        } finally {
            if (inflater != null) {
                inflater.end();
            }
        }
    }
}
