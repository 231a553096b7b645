/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** Tells on the console how far the start is. Safe for use by many threads. */
public final class Progress {

    private static final long QUIET_NANOS = 15_000_000_000L;

    private final PrintStream console;
    private final long start = System.nanoTime();
    private long saidAt = start;

    public Progress(PrintStream console) {
        this.console = console;
    }

    /** Something is done: what, and how many seconds after the start. */
    public void done(String what) {
        console.printf(Locale.ROOT, "  %-28s %5.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    /** An index is being built, and has so many studies. Says so now and then. */
    public void indexed(long studies) {
        long now = System.nanoTime();
        if (now - start > QUIET_NANOS && now - saidAt > QUIET_NANOS) {
            saidAt = now;
            done("index: " + studies + " studies");
        }
    }

    /** A line as it is. */
    public void say(String line) {
        console.println(line);
    }

    /** Where the archive is now, and how to try it. */
    public void addresses(Endpoint endpoint, Path data, String aet) {
        String host = endpoint.host();
        String web = "http://" + host + ":" + endpoint.httpPort() + "/dicom-web";
        console.printf("%nIsocenter is ready.%n");
        console.printf("  DICOM      %s on %s port %d%n", aet, host, endpoint.dicomPort());
        console.printf("  DICOMweb   %s%n", web);
        console.printf("  data       %s%n%n", data);
        console.printf("  store      storescu -aec %s %s %d FILE.dcm%n", aet, host, endpoint.dicomPort());
        console.printf("  find       curl -s '%s/studies?limit=10'%n", web);
        console.println();
        console.flush();
    }
}
