/** What is shown in the terminal while something runs. */
package org.isocenter.loadtest.view;
