/** Digests of data sets by value, the same in every transfer syntax that keeps the pixels. */
package org.isocenter.loadtest.digest;
