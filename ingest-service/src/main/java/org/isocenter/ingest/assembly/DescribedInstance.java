/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.assembly;

import java.util.Optional;

import org.isocenter.archive.model.UidRules;
import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** The metadata of one instance, with references in place of bulk data. Used by one thread. */
public final class DescribedInstance {

    private final Attributes attributes;
    private final BulkReferences references;

    DescribedInstance(Attributes attributes, BulkReferences references) {
        this.attributes = attributes;
        this.references = references;
    }

    /** The metadata themselves. */
    public Attributes attributes() {
        return attributes;
    }

    BulkReferences references() {
        return references;
    }

    /** SOP Instance UID (0008,0018), if it is there and one. */
    public Optional<String> sopInstanceUid() {
        return uid(Tag.SOPInstanceUID);
    }

    /** SOP Class UID (0008,0016), if it is there and one. */
    public Optional<String> sopClassUid() {
        return uid(Tag.SOPClassUID);
    }

    private Optional<String> uid(int tag) {
        return Optional.ofNullable(attributes.getString(tag)).filter(UidRules::isValid);
    }
}
