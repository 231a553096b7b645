/** Runs scenarios: flows of clients in open and closed loops, with retries and fail-over. */
package org.isocenter.loadtest.run;
