/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The S3 server answers wrongly, slowly, or cannot write.
 *
 * @param cluster that is told
 * @param name what it is called
 * @param what the words of the command
 */
record S3ServerFault(ClusterControl cluster, String name, List<String> what) implements Fault {

    @Override
    public boolean isOutage() {
        return true;
    }

    @Override
    public void begin() throws IOException {
        tell(what);
    }

    @Override
    public void end() throws IOException {
        tell(List.of("none"));
    }

    private void tell(List<String> fault) throws IOException {
        List<String> words = new ArrayList<>(List.of("fault", "s3"));
        words.addAll(fault);
        cluster.tell(words.toArray(String[]::new));
    }
}
