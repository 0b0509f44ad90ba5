/** A bundle of a running platform exchanged from inside. */
package souk.it.harness.exchange;
