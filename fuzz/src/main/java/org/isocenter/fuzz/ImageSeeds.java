/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.data.UID;
import org.isocenter.dicom.data.VR;
import org.isocenter.dicom.image.codec.Codecs;
import org.isocenter.dicom.image.codec.CodestreamException;
import org.isocenter.dicom.image.frame.Frame;
import org.isocenter.dicom.image.frame.FrameFormat;
import org.isocenter.testkit.Part10Files;
import org.isocenter.testkit.SyntheticKind;
import org.isocenter.testkit.SyntheticStudy;

/** Good codestreams, and data sets to render. */
final class ImageSeeds {

    private static final int SIDE = 12;

    private ImageSeeds() {}

    static Map<String, List<byte[]>> all() throws IOException {
        Map<String, List<byte[]>> seeds = new LinkedHashMap<>();
        seeds.put("Rle", codestreams(UID.RLELossless));
        seeds.put(
                "Jpeg",
                codestreams(UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGLossless, UID.JPEGLosslessSV1));
        seeds.put("JpegLs", codestreams(UID.JPEGLSLossless, UID.JPEGLSNearLossless));
        seeds.put("Jpeg2000", codestreams(UID.JPEG2000Lossless, UID.JPEG2000, "1.2.840.10008.1.2.4.201"));
        seeds.put("Rendering", datasets());
        return seeds;
    }

    private static List<byte[]> codestreams(String... transferSyntaxUids) {
        List<byte[]> codestreams = new ArrayList<>();
        for (String uid : transferSyntaxUids) {
            for (int bits : new int[] {1, 8, 12, 16}) {
                for (int samples : new int[] {1, 3}) {
                    Frame frame = frame(bits, samples);
                    try {
                        byte[] codestream = Codecs.encoder(uid).orElseThrow().encode(frame);
                        codestreams.add(Codestream.of(frame.format(), codestream));
                    } catch (CodestreamException e) {
                        // a process that has no such depth
                    }
                }
            }
        }
        return codestreams;
    }

    private static Frame frame(int bits, int samples) {
        int cell = bits > Byte.SIZE ? Short.SIZE : Byte.SIZE;
        FrameFormat format = new FrameFormat(
                SIDE, SIDE + 3, samples, cell, bits, bits - 1, false, false, samples == 1 ? "MONOCHROME2" : "RGB");
        byte[] pixels = new byte[format.length()];
        Random random = new Random(bits);
        int step = cell / Byte.SIZE;
        for (int i = 0; i < pixels.length; i += step) {
            int value = (i * 5 + random.nextInt(4)) & (1 << bits) - 1;
            pixels[i] = (byte) value;
            if (step > 1) {
                pixels[i + 1] = (byte) (value >> Byte.SIZE);
            }
        }
        return new Frame(format, pixels);
    }

    private static List<byte[]> datasets() {
        List<byte[]> datasets = new ArrayList<>();
        for (SyntheticKind kind : SyntheticKind.values()) {
            Attributes image =
                    SyntheticStudy.of(kind, kind.ordinal()).withSize(SIDE, SIDE).instance(0, 0);
            datasets.add(input("window=40,400,linear&viewport=20,30,1,1,-8,8&annotation=patient,technique", image));
            datasets.add(input("requestType=WADO&rows=20&region=0.1,0.2,0.9,0.8&imageQuality=3", image));
        }
        Attributes image =
                SyntheticStudy.of(SyntheticKind.CT, 1).withSize(SIDE, SIDE).instance(0, 0);
        addTables(image);
        datasets.add(input("quality=5", image));
        addGraphics(image);
        datasets.add(input("viewport=50,50", image));
        Attributes palette = new Attributes(image);
        palette.setString(Tag.PhotometricInterpretation, VR.CS, "PALETTE COLOR");
        palette.setInt(Tag.PixelRepresentation, VR.US, 0);
        for (int tag : new int[] {
            Tag.RedPaletteColorLookupTableDescriptor,
            Tag.GreenPaletteColorLookupTableDescriptor,
            Tag.BluePaletteColorLookupTableDescriptor
        }) {
            palette.setInt(tag, VR.US, 16, 0, 16);
        }
        for (int tag : new int[] {
            Tag.RedPaletteColorLookupTableData,
            Tag.GreenPaletteColorLookupTableData,
            Tag.BluePaletteColorLookupTableData
        }) {
            palette.setBytes(tag, VR.OW, new byte[32]);
        }
        datasets.add(input("iccprofile=srgb", palette));
        return datasets;
    }

    /** Lookup tables, an overlay and a shutter. */
    private static void addTables(Attributes image) {
        Attributes table = new Attributes();
        table.setInt(Tag.LUTDescriptor, VR.US, 8, 0, 8);
        table.setBytes(Tag.LUTData, VR.OW, new byte[16]);
        image.newSequence(Tag.ModalityLUTSequence).add(table);
        image.newSequence(Tag.VOILUTSequence).add(new Attributes(table));
        image.setInt(Tag.OverlayRows, VR.US, SIDE);
        image.setInt(Tag.OverlayColumns, VR.US, SIDE);
        image.setInt(Tag.OverlayOrigin, VR.SS, 1, 1);
        image.setInt(Tag.OverlayBitsAllocated, VR.US, 1);
        image.setInt(Tag.OverlayBitPosition, VR.US, 0);
        image.setString(Tag.OverlayType, VR.CS, "G");
        image.setBytes(Tag.OverlayData, VR.OW, new byte[] {1, 2, 4, 8, 16, 32, 64, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0});
        image.setString(Tag.ShutterShape, VR.CS, "CIRCULAR");
        image.setString(Tag.CenterOfCircularShutter, VR.IS, "6", "6");
        image.setString(Tag.RadiusOfCircularShutter, VR.IS, "5");
        image.setString(Tag.PixelAspectRatio, VR.IS, "2", "1");
    }

    /** A presentation state that names the image itself. */
    private static void addGraphics(Attributes image) {
        Attributes reference = new Attributes();
        reference.setString(Tag.ReferencedSOPClassUID, VR.UI, image.getString(Tag.SOPClassUID));
        reference.setString(Tag.ReferencedSOPInstanceUID, VR.UI, image.getString(Tag.SOPInstanceUID));
        Attributes series = new Attributes();
        series.setString(Tag.SeriesInstanceUID, VR.UI, image.getString(Tag.SeriesInstanceUID));
        series.newSequence(Tag.ReferencedImageSequence).add(reference);
        image.newSequence(Tag.ReferencedSeriesSequence).add(series);
        image.setInt(Tag.ImageRotation, VR.US, 90);
        image.setString(Tag.ImageHorizontalFlip, VR.CS, "Y");
        Attributes graphic = new Attributes();
        graphic.setString(Tag.GraphicAnnotationUnits, VR.CS, "PIXEL");
        graphic.setInt(Tag.GraphicDimensions, VR.US, 2);
        graphic.setInt(Tag.NumberOfGraphicPoints, VR.US, 3);
        graphic.setDouble(Tag.GraphicData, VR.FL, 1, 1, 9, 4, 3, 8);
        graphic.setString(Tag.GraphicType, VR.CS, "POLYLINE");
        graphic.setString(Tag.GraphicFilled, VR.CS, "N");
        Attributes text = new Attributes();
        text.setString(Tag.UnformattedTextValue, VR.ST, "text");
        text.setString(Tag.AnchorPointAnnotationUnits, VR.CS, "PIXEL");
        text.setDouble(Tag.AnchorPoint, VR.FL, 2, 2);
        Attributes annotation = new Attributes();
        annotation.setString(Tag.GraphicLayer, VR.CS, "LAYER");
        annotation.newSequence(Tag.GraphicObjectSequence).add(graphic);
        annotation.newSequence(Tag.TextObjectSequence).add(text);
        image.newSequence(Tag.GraphicAnnotationSequence).add(annotation);
        Attributes layer = new Attributes();
        layer.setString(Tag.GraphicLayer, VR.CS, "LAYER");
        layer.setInt(Tag.GraphicLayerOrder, VR.IS, 1);
        image.newSequence(Tag.GraphicLayerSequence).add(layer);
        Attributes area = new Attributes();
        area.setInt(Tag.DisplayedAreaTopLeftHandCorner, VR.SL, 1, 1);
        area.setInt(Tag.DisplayedAreaBottomRightHandCorner, VR.SL, SIDE, SIDE);
        area.setString(Tag.PresentationSizeMode, VR.CS, "SCALE TO FIT");
        area.setString(Tag.PresentationPixelAspectRatio, VR.IS, "1", "1");
        image.newSequence(Tag.DisplayedAreaSelectionSequence).add(area);
    }

    private static byte[] input(String query, Attributes image) {
        byte[] dataset = Part10Files.dataset(image, UID.ExplicitVRLittleEndian);
        byte[] line = (query + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[line.length + dataset.length];
        System.arraycopy(line, 0, all, 0, line.length);
        System.arraycopy(dataset, 0, all, line.length, dataset.length);
        return all;
    }
}
