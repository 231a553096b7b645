/** The ledger of what an archive acknowledged, and the check that it still has all of it, unchanged. */
package org.isocenter.loadtest.ledger;
