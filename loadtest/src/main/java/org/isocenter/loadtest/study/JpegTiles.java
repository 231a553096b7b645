/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.study;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Tiles of stained tissue in JPEG, encapsulated with a basic offset table (PS3.5 annex A.4). */
final class JpegTiles {

    private static final int DIFFERENT_TILES = 16;
    private static final int ITEM_HEAD = 8;
    private static final int ITEM = 0xE000;
    private static final int SEQUENCE_DELIMITATION = 0xE0DD;
    private static final int COMMENT_VALUE = 6;

    private JpegTiles() {}

    static PixelBlock block(StudyShape shape, long seed) {
        List<byte[]> tiles = new ArrayList<>();
        List<byte[]> heads = new ArrayList<>();
        for (int i = 0; i < DIFFERENT_TILES; i++) {
            byte[] tile = encode(tissue(shape.rows(), shape.columns(), new Random(seed + i)));
            tiles.add(tile);
            heads.add(head(ITEM, tile.length));
        }
        ByteBuffer framing = ByteBuffer.allocate(2 * ITEM_HEAD + Integer.BYTES * shape.frames())
                .order(ByteOrder.LITTLE_ENDIAN);
        framing.put(head(ITEM, Integer.BYTES * shape.frames()));
        long offset = 0;
        List<byte[]> frames = new ArrayList<>();
        List<byte[]> pixels = new ArrayList<>();
        for (int i = 0; i < shape.frames(); i++) {
            byte[] tile = tiles.get(i % DIFFERENT_TILES);
            framing.putInt((int) offset);
            offset += ITEM_HEAD + tile.length;
            if (i > 0) {
                frames.add(heads.get(i % DIFFERENT_TILES));
                frames.add(tile);
                pixels.add(tile);
            }
        }
        framing.put(heads.get(0));
        return PixelBlock.ofFragments(
                framing.array(), tiles.get(0), frames, pixels, head(SEQUENCE_DELIMITATION, 0), COMMENT_VALUE);
    }

    private static byte[] head(int element, int length) {
        return ByteBuffer.allocate(ITEM_HEAD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0xFFFE)
                .putShort((short) element)
                .putInt(length)
                .array();
    }

    private static BufferedImage tissue(int rows, int columns, Random random) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        double fromX = random.nextDouble() * 9;
        double fromY = random.nextDouble() * 9;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double cell = Math.sin(fromX + x / 7.0) * Math.cos(fromY + y / 9.0) + random.nextGaussian() * 0.15;
                int red = shade(225 - 70 * Math.abs(cell));
                int green = shade(170 - 110 * Math.abs(cell));
                int blue = shade(215 - 50 * Math.abs(cell));
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    private static int shade(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    /** A codestream of even length, with a comment right behind its start that holds the stamp. */
    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "jpeg", encoded)) {
                throw new IllegalStateException("this Java writes no JPEG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] jpeg = encoded.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 18});
        out.writeBytes("0000000000000000".getBytes(StandardCharsets.US_ASCII));
        out.write(jpeg, 2, jpeg.length - 2);
        if (out.size() % 2 == 1) {
            out.write(0);
        }
        return out.toByteArray();
    }
}
