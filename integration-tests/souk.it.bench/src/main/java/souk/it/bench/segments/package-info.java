/** The segments benchmark. */
package souk.it.bench.segments;
