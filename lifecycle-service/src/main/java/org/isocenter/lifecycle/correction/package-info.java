/** Corrections of attributes: recorded, revoked, looked at, and announced so that searches follow. */
package org.isocenter.lifecycle.correction;
