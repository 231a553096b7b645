/** Scenarios: what load is put on an archive, read from YAML files, and what must come out of it. */
package org.isocenter.loadtest.scenario;
