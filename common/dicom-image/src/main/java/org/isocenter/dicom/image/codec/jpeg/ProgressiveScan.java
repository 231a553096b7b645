/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.Arrays;
import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.jpeg.ScanHeader.ScanComponent;

/** Decodes one scan of the progressive process (T.81 G.2) into coefficients, block by block in the order of lines. */
final class ProgressiveScan implements ScanWalk.BlockDecoder {
    private static final int[] NATURAL = ZigZag.NATURAL;
    private static final int MAX_CATEGORY = 15;

    private final EntropyBits bits;
    private final HuffmanTable[] tables;
    private final short[][] coefficients;
    private final int[] blocksPerLine;
    private final int[] predictions;
    private final int first;
    private final int last;
    private final boolean refines;
    private final int low;
    private int endOfBandRun;

    ProgressiveScan(ScanHeader scan, DecoderTables defined, EntropyBits bits, short[][] coefficients)
            throws CodestreamException {
        this.bits = bits;
        first = scan.spectralStart();
        last = scan.spectralEnd();
        refines = scan.successiveHigh() > 0;
        low = scan.successiveLow();
        List<ScanComponent> components = scan.components();
        int count = components.size();
        tables = new HuffmanTable[count];
        this.coefficients = new short[count][];
        blocksPerLine = new int[count];
        predictions = new int[count];
        for (int i = 0; i < count; i++) {
            ScanComponent scanned = components.get(i);
            if (first > 0) {
                tables[i] = defined.ac(scanned.acTable());
            } else if (!refines) {
                tables[i] = defined.dc(scanned.dcTable(), MAX_CATEGORY);
            }
            this.coefficients[i] = coefficients[scanned.component().index()];
            blocksPerLine[i] = scanned.component().paddedBlocksPerLine();
        }
    }

    @Override
    public void reset() {
        Arrays.fill(predictions, 0);
        endOfBandRun = 0;
    }

    @Override
    public void decode(int scanned, int blockLine, int block) throws CodestreamException {
        short[] all = coefficients[scanned];
        int at = (blockLine * blocksPerLine[scanned] + block) * 64;
        if (first > 0) {
            if (refines) {
                refineAc(tables[scanned], all, at);
            } else {
                decodeAc(tables[scanned], all, at);
            }
        } else if (refines) {
            all[at] |= (short) (bits.take(1) << low);
        } else {
            int category = bits.symbol(tables[scanned]);
            if (category > 0) {
                predictions[scanned] += SequentialScan.extend(bits.take(category), category);
            }
            all[at] = (short) (predictions[scanned] << low);
        }
    }

    /** T.81 G.1.2.2. */
    private void decodeAc(HuffmanTable table, short[] all, int at) throws CodestreamException {
        if (endOfBandRun > 0) {
            endOfBandRun--;
            return;
        }
        int k = first;
        while (k <= last) {
            int symbol = bits.symbol(table);
            int run = symbol >>> 4;
            int category = symbol & 15;
            if (category > 0) {
                k += run;
                if (k > last) {
                    throw new CodestreamException("a run of coefficients leaves its band");
                }
                int value = SequentialScan.extend(bits.take(category), category);
                all[at + NATURAL[k]] = (short) (value << low);
                k++;
            } else if (run == 15) {
                k += 16;
            } else {
                endOfBandRun = (1 << run) + bits.take(run) - 1;
                return;
            }
        }
    }

    /** T.81 G.1.2.3. */
    private void refineAc(HuffmanTable table, short[] all, int at) throws CodestreamException {
        int k = first;
        while (k <= last && endOfBandRun == 0) {
            int symbol = bits.symbol(table);
            int run = symbol >>> 4;
            int category = symbol & 15;
            if (category == 0 && run < 15) {
                endOfBandRun = (1 << run) + bits.take(run);
                break;
            }
            if (category > 1) {
                throw new CodestreamException("a new coefficient of more than a bit");
            }
            int value = category == 0 ? 0 : bits.take(1) == 1 ? 1 << low : -1 << low;
            k = refineRun(all, at, k, run);
            if (value != 0) {
                if (k > last) {
                    throw new CodestreamException("a run of coefficients leaves its band");
                }
                all[at + NATURAL[k]] = (short) value;
            }
            k++;
        }
        if (endOfBandRun > 0) {
            refineRun(all, at, k, 64);
            endOfBandRun--;
        }
    }

    /** Refines what is there already, up to the zero behind a run of zeros: the index of that one. */
    private int refineRun(short[] all, int at, int from, int run) {
        int zeros = run;
        int k = from;
        for (; k <= last; k++) {
            int place = at + NATURAL[k];
            int value = all[place];
            if (value == 0) {
                if (zeros-- == 0) {
                    break;
                }
            } else if (bits.take(1) == 1 && (value & 1 << low) == 0) {
                all[place] = (short) (value + (value > 0 ? 1 << low : -1 << low));
            }
        }
        return k;
    }
}
