/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.Map;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;

/** What a result of a search holds whoever asks (PS3.4 table CC.2.5-3, return keys of type 1 and 2, and 1C where there is a value). */
public final class ReturnedAttributes {

    private static final int[] WHERE_SET = {
        Tag.SpecificCharacterSet, Tag.MedicalAlerts, Tag.PregnancyStatus, Tag.SpecialNeeds
    };

    private ReturnedAttributes() {}

    /** These attributes of a work item, empty where it has none. */
    public static Attributes of(Attributes workitem) {
        Attributes returned = new Attributes();
        returned.addSelected(workitem, WHERE_SET);
        for (Map.Entry<Integer, AttributeRule> each :
                AttributeTable.INSTANCE.within(java.util.List.of()).entrySet()) {
            if (!each.getValue().isReturned()) {
                continue;
            }
            if (workitem.contains(each.getKey())) {
                returned.addSelected(workitem, each.getKey());
            } else {
                returned.setNull(each.getKey());
            }
        }
        return returned;
    }
}
