/** What is known better than what was stored: corrections of attributes, merged into data sets on their way out. Objects stay as they are. */
package org.isocenter.archive.correction;
