/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.codec.jpeg;

import java.util.List;

import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.codec.jpeg.ScanHeader.ScanComponent;

/**
 * The order in which a scan has its blocks (T.81 A.2): block by block where it has one component, else the blocks of each
 * component of one MCU after the other; and where restarts lie.
 */
final class ScanWalk {

    /** What is to be done with each block. */
    interface BlockDecoder {
        /** One block: of which component of the scan, and where it lies in that component. */
        void decode(int scanned, int blockLine, int block) throws CodestreamException;

        /** What was predicted is forgotten. */
        void reset();
    }

    private final FrameHeader frame;
    private final List<ScanComponent> components;
    private final EntropyBits bits;
    private final int restartInterval;
    private int untilRestart;

    ScanWalk(FrameHeader frame, ScanHeader scan, EntropyBits bits, int restartInterval) {
        this.frame = frame;
        this.components = scan.components();
        this.bits = bits;
        this.restartInterval = restartInterval;
        this.untilRestart = restartInterval;
    }

    void walk(BlockDecoder decoder) throws CodestreamException {
        bits.first();
        if (components.size() == 1) {
            walkBlocks(decoder);
        } else {
            walkMcus(decoder);
        }
    }

    private void walkBlocks(BlockDecoder decoder) throws CodestreamException {
        FrameComponent component = components.get(0).component();
        for (int line = 0; line < component.blockLines(); line++) {
            for (int block = 0; block < component.blocksPerLine(); block++) {
                restartWhereDue(decoder);
                decoder.decode(0, line, block);
                bits.check();
            }
        }
    }

    private void walkMcus(BlockDecoder decoder) throws CodestreamException {
        int mcuLines = frame.mcuLines();
        int mcusPerLine = frame.mcusPerLine();
        for (int mcuLine = 0; mcuLine < mcuLines; mcuLine++) {
            for (int mcu = 0; mcu < mcusPerLine; mcu++) {
                restartWhereDue(decoder);
                walkMcu(decoder, mcuLine, mcu);
            }
        }
    }

    private void walkMcu(BlockDecoder decoder, int mcuLine, int mcu) throws CodestreamException {
        for (int scanned = 0; scanned < components.size(); scanned++) {
            FrameComponent component = components.get(scanned).component();
            int horizontal = component.horizontal();
            int vertical = component.vertical();
            for (int y = 0; y < vertical; y++) {
                for (int x = 0; x < horizontal; x++) {
                    decoder.decode(scanned, mcuLine * vertical + y, mcu * horizontal + x);
                    bits.check();
                }
            }
        }
    }

    private void restartWhereDue(BlockDecoder decoder) throws CodestreamException {
        if (restartInterval > 0) {
            if (untilRestart == 0) {
                bits.restart();
                decoder.reset();
                untilRestart = restartInterval;
            }
            untilRestart--;
        }
    }
}
