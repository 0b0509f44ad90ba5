/** HTTP by hand: also requests that no client library would send. */
package souk.it.harness.wire;
