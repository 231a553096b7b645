/** What clients do: the operations of scenarios, each one request with its check. */
package org.isocenter.loadtest.action;
