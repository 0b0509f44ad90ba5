/** What is asked while the providers of a running platform are exchanged. */
package souk.it.bench.refresh;
