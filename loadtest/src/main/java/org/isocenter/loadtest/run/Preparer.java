/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.run;

import java.io.IOException;

/** Makes the archive ready before the clock starts. */
interface Preparer {

    /** Does it all, and tells which studies there are. */
    void run() throws IOException, InterruptedException;

    /** Studies that are there. */
    int done();
}
