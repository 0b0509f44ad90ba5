/** Bundles of a running platform exchanged from inside, while it is asked from outside. */
package souk.it.harness.exchange;
