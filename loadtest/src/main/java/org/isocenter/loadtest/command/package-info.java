/** The commands of the program. */
package org.isocenter.loadtest.command;
