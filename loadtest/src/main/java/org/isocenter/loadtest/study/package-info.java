/** Invented studies of many kinds, encoded so that making them costs next to nothing beside sending them. */
package org.isocenter.loadtest.study;
