/** What is measured while a load runs: latencies, rates and failures, in all and second by second. */
package org.isocenter.loadtest.metrics;
