/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.dicom.image.render.encode;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.isocenter.dicom.image.render.Picture;
import org.isocenter.dicom.image.render.RenderException;

/** Writes pictures as one endless GIF animation, each as it comes. Not thread-safe; the stream is not closed. */
public final class GifAnimation implements Closeable {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final byte[] ENDLESS = {1, 0, 0};

    private final ImageWriter writer;
    private final ImageOutputStream out;
    private final int hundredths;
    private final AnimationLimits limits;
    private int frames;
    private long pixels;

    /**
     * Begins an animation.
     *
     * @param milliseconds of each frame; GIF keeps hundredths of a second
     */
    public GifAnimation(OutputStream stream, int milliseconds, AnimationLimits limits) throws IOException {
        this.writer = ImageWriters.of("gif");
        this.out = new MemoryCacheImageOutputStream(stream);
        this.hundredths = Math.max(2, (milliseconds + 5) / 10);
        this.limits = limits;
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /**
     * Adds a frame.
     *
     * @throws RenderException if it exceeds the limits
     * @throws IOException if the stream fails
     */
    public void add(Picture picture) throws IOException {
        frames++;
        pixels += (long) picture.width() * picture.height();
        if (frames > limits.maxFrames() || pixels > limits.maxPixels()) {
            limits.check(limits.maxFrames() + 1, 1, 1);
        }
        BufferedImage indexed = Quantizer.quantize(picture.image());
        writer.writeToSequence(new IIOImage(indexed, null, metadata(indexed)), null);
        out.flush();
    }

    private IIOMetadata metadata(BufferedImage image) throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (frames == 1) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(ENDLESS.clone());
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode node = new IIOMetadataNode(name);
        root.appendChild(node);
        return node;
    }

    /** Ends the animation. */
    @Override
    public void close() throws IOException {
        try {
            if (frames > 0) {
                writer.endWriteSequence();
            }
            out.close();
        } finally {
            writer.dispose();
        }
    }
}
