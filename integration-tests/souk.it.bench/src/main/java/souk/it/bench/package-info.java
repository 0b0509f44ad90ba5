/** Measurements; each prints one line {@code RESULT name key=value …} and fails past its limit. */
package souk.it.bench;
