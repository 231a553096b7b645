/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.operation;

import java.util.concurrent.atomic.AtomicInteger;

import org.isocenter.loadtest.data.Identifiers;
import org.isocenter.loadtest.data.Instance;
import org.isocenter.loadtest.data.InstanceTemplate;

/** Hands out images that nobody has seen yet, a hundred to a study. Thread-safe. */
public final class ImageSource {

    private static final int IMAGES_PER_STUDY = 100;

    private final InstanceTemplate template;
    private final AtomicInteger next;

    /** Numbers its images and studies from the number on. */
    public ImageSource(InstanceTemplate template, int first) {
        this.template = template;
        this.next = new AtomicInteger(first);
    }

    Instance next() {
        int number = next.getAndIncrement();
        return template.instance(
                Identifiers.FIRST_IMAGE_STUDY + number / IMAGES_PER_STUDY, Identifiers.FIRST_IMAGE + number);
    }
}
