/** Data sets with their corrections, put together while they go out. */
package org.isocenter.retrieve.correction;
