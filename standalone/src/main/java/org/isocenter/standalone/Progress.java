/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.PrintStream;
import java.util.Locale;

/** Tells on the console how far the start is. Safe for use by many threads. */
final class Progress {

    private final PrintStream console;
    private final long start = System.nanoTime();

    Progress(PrintStream console) {
        this.console = console;
    }

    /** Something is done: what, and how many seconds after the start. */
    void done(String what) {
        console.printf(Locale.ROOT, "  %-28s %5.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    /** A line as it is. */
    void say(String line) {
        console.println(line);
    }

    /** Where the archive is now, and how to try it. */
    void addresses(UpOptions options, String aet) {
        String host = options.ownHost();
        String web = "http://" + host + ":" + options.httpPort() + "/dicom-web";
        console.printf("%nIsocenter is ready.%n");
        console.printf("  DICOM      %s on %s port %d%n", aet, host, options.dicomPort());
        console.printf("  DICOMweb   %s%n", web);
        console.printf("  data       %s%n%n", options.data());
        console.printf("  store      storescu -aec %s %s %d FILE.dcm%n", aet, host, options.dicomPort());
        console.printf("  find       curl -s '%s/studies?limit=10'%n", web);
        if (options.open()) {
            console.printf("%nIt is open to other machines without authentication (--insecure).%n");
        }
        console.println();
        console.flush();
    }
}
