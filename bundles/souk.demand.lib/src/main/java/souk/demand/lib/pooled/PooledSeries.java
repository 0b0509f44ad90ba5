package souk.demand.lib.pooled;

/**
 * One series of a pooled panel on the common steps 0, 1, 2, … The arrays are shared, not copied,
 * and must not be changed.
 *
 * @param id names the series
 * @param product what is sold; the same in every store
 * @param store where
 * @param category group of products that replace each other
 * @param units sold per step; NaN where unknown, out of stock or not listed
 * @param price paid per unit per step, NaN where unknown; empty if there are no prices
 * @param basePrice regular price per step; empty if unknown, then it is derived from the prices
 * @param flags known drivers × steps, such as feature and display; NaN where unknown
 * @param attributes figures of product and store that do not change
 */
public record PooledSeries(
    String id,
    String product,
    String store,
    String category,
    float[] units,
    float[] price,
    float[] basePrice,
    float[][] flags,
    float[] attributes) {}
