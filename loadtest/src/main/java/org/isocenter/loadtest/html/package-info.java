/** The report of one run or several as one HTML file that needs no network. */
package org.isocenter.loadtest.html;
