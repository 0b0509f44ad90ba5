/** What quotes cost: one market, several contenders, one judge. */
package souk.it.bench.quotes;
