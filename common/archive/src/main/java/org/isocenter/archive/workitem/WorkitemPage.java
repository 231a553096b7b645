/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.workitem;

import java.util.List;

/**
 * Results of a search.
 *
 * @param workitems in their order
 * @param more whether others follow
 */
public record WorkitemPage(List<FoundWorkitem> workitems, boolean more) {

    public WorkitemPage {
        workitems = List.copyOf(workitems);
    }
}
