/** Customers of Online Retail, judged on days that decided nothing. */
package souk.it.bench.customers;
