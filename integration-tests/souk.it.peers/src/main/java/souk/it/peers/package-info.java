/** Peers that the benchmarks measure against. */
package souk.it.peers;
