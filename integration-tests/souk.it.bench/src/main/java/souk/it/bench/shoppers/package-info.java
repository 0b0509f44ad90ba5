/** Sessions of a shop, and who bought: two contenders on the same rows. */
package souk.it.bench.shoppers;
