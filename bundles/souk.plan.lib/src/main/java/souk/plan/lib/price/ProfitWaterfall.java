package souk.plan.lib.price;

/**
 * How a profit moves from now to then, split into whole minor units that sum exactly: the profit
 * now, the price effect on the units sold now {@code (p₁ − p₀)·u₀}, and the volume effect at the
 * new margin {@code (p₁ − c)·(u₁ − u₀)}, which takes the rounding.
 *
 * @param profitNow rounded half-even
 * @param priceEffect rounded half-even
 * @param volumeEffect what is left
 * @param profitThen rounded half-even; the sum of the three
 */
public record ProfitWaterfall(
    long profitNow, long priceEffect, long volumeEffect, long profitThen) {
  public static ProfitWaterfall of(PriceLadder ladder, int step) {
    int current = ladder.current();
    long now = Math.round(Math.rint(ladder.profitMinor(current)));
    long then = Math.round(Math.rint(ladder.profitMinor(step)));
    long price =
        Math.round(
            Math.rint(
                (ladder.priceMinor(step) - ladder.priceMinor(current)) * ladder.units(current)));
    return new ProfitWaterfall(now, price, then - now - price, then);
  }
}
