/** The uplift benchmark. */
package souk.it.bench.uplift;
