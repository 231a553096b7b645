/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.phantom;

import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;

/** The studies, the same whenever they are made. */
public final class PhantomStudies {

    private static final Grid THORAX = new Grid(256, 256, 32, 1.6, 5);
    private static final Grid HEAD = new Grid(224, 224, 24, 1.1, 6);

    private PhantomStudies() {}

    /** All instances: a CT study with its segmentation and its report, then one of MR, then one of ultrasound. */
    public static List<Attributes> instances() {
        List<Attributes> instances = new ArrayList<>(thorax());
        PhantomStudy head = new PhantomStudy("head", "Phantom^Head", "PHANTOM-2", "MR head", "20260302", "101500");
        instances.addAll(new SliceSeries(head, Head.phantom(), HEAD).mr());
        PhantomStudy heart =
                new PhantomStudy("heart", "Phantom^Heart", "PHANTOM-3", "Echocardiography", "20260303", "113000");
        instances.add(new UltrasoundClip(heart).instance());
        return instances;
    }

    private static List<Attributes> thorax() {
        PhantomStudy study =
                new PhantomStudy("thorax", "Phantom^Thorax", "PHANTOM-1", "CT thorax", "20260301", "093000");
        Phantom phantom = Thorax.phantom();
        List<Attributes> instances = new ArrayList<>(new SliceSeries(study, phantom, THORAX).ct());
        instances.add(new Segmentation(study, phantom, THORAX).instance());
        instances.add(new MeasurementReport(study, THORAX).instance());
        return instances;
    }
}
