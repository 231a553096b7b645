/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.retrieve.content;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.object.ObjectStore;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.retrieve.find.InstanceObject;

/** Whole instances as DICOM files. Thread-safe. */
@ApplicationScoped
public class InstanceSource {

    private final ObjectStore objects;

    /** Over the objects. */
    public InstanceSource(ObjectStore objects) {
        this.objects = objects;
    }

    /** The file in a transfer syntax: the object byte for byte if it is kept in that. */
    public Content file(InstanceObject instance, TransferSyntax syntax) {
        return instance.transferSyntax().equals(syntax)
                ? new ObjectContent(objects, instance.location(), 0, instance.objectSize())
                : new RecodedContent(objects, instance, syntax);
    }

    /** The data set alone, as it goes over the DICOM network. */
    public Content dataset(InstanceObject instance, TransferSyntax syntax) {
        return instance.transferSyntax().equals(syntax)
                ? new ObjectContent(objects, instance.location(), instance.datasetOffset(), instance.datasetLength())
                : new RecodedDataset(objects, instance, syntax);
    }
}
