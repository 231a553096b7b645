/** Checks that an archive still has all of a ledger, unchanged, and finds it. */
package org.isocenter.loadtest.verify;
