/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.FrameAssembly;

/** The planes of a frame of a DCT-based process while its scans are decoded. Not thread-safe. */
final class DctFrame {
    private final FrameHeader header;
    private final InverseDct dct;
    private final boolean[] scanned;
    private final int[][] quantization;
    private final short[][] planes;

    DctFrame(FrameHeader header) throws CodestreamException {
        this.header = header;
        dct = new InverseDct(header.precision());
        int count = header.components().size();
        scanned = new boolean[count];
        quantization = new int[count][];
        planes = new short[count][];
        for (FrameComponent component : header.components()) {
            if (component.planeLength() > Integer.MAX_VALUE - 8) {
                throw new CodestreamException("a JPEG component of more than 2 GiB");
            }
            planes[component.index()] = new short[(int) component.planeLength()];
        }
    }

    void decodeScan(ScanHeader scan, DecoderTables tables, EntropyBits bits) throws CodestreamException {
        boolean isProgressive = header.process() == FrameHeader.Process.PROGRESSIVE;
        for (ScanHeader.ScanComponent component : scan.components()) {
            int index = component.component().index();
            scanned[index] = true;
            if (quantization[index] == null) {
                quantization[index] = tables.quantization(component.component().quantization());
            }
        }
        ScanWalk.BlockDecoder decoder = isProgressive
                ? new ProgressiveScan(scan, tables, bits, planes)
                : new SequentialScan(scan, tables, bits, dct, planes);
        new ScanWalk(header, scan, bits, tables.restartInterval()).walk(decoder);
    }

    /** Once all scans are decoded. */
    void assemble(FrameAssembly assembly) throws CodestreamException {
        for (boolean decoded : scanned) {
            if (!decoded) {
                throw new CodestreamException("a JPEG component without a scan");
            }
        }
        int[] line = new int[header.columns() + 8];
        for (FrameComponent component : header.components()) {
            int index = component.index();
            short[] plane = planes[index];
            if (header.process() == FrameHeader.Process.PROGRESSIVE) {
                plane = transform(component, plane);
            }
            planes[index] = null;
            Upsampler upsampler = new Upsampler(header, component, plane);
            for (int row = 0; row < header.rows(); row++) {
                upsampler.line(row, line);
                assembly.put(row, index, line, 0);
            }
        }
    }

    private short[] transform(FrameComponent component, short[] coefficients) {
        short[] samples = new short[coefficients.length];
        int[] table = quantization[component.index()];
        int[] natural = new int[64];
        for (int k = 0; k < 64; k++) {
            natural[ZigZag.NATURAL[k]] = table[k];
        }
        int[] block = new int[64];
        int stride = component.stride();
        int from = 0;
        for (int line = 0; line < component.paddedBlockLines(); line++) {
            for (int x = 0; x < component.paddedBlocksPerLine(); x++, from += 64) {
                int any = 0;
                for (int i = 1; i < 64; i++) {
                    block[i] = coefficients[from + i] * natural[i];
                    any |= block[i];
                }
                block[0] = coefficients[from] * natural[0];
                int at = line * 8 * stride + x * 8;
                if (any == 0) {
                    dct.flat(block[0], samples, at, stride);
                } else {
                    dct.transform(block, samples, at, stride);
                }
            }
        }
        return samples;
    }
}
