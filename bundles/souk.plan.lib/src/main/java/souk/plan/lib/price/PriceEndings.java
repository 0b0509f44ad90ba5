package souk.plan.lib.price;

import java.util.List;

/**
 * Which prices look like prices: the last digits allowed, by size of the price. A tier holds for
 * prices from {@code fromMinor} (inclusive) to the next tier's; a price fits when {@code price mod
 * modulus} is one of the endings. All in minor units.
 *
 * @param tiers by rising {@code fromMinor}, the first at 0
 */
public record PriceEndings(List<Tier> tiers) {
  /**
   * Endings for one size of price.
   *
   * @param fromMinor least price of the tier
   * @param modulus greater than zero; 1 allows every price
   * @param endings each in [0, modulus)
   */
  public record Tier(long fromMinor, long modulus, List<Long> endings) {
    public Tier {
      endings = List.copyOf(endings);
      long size = modulus;
      if (fromMinor < 0
          || modulus < 1
          || endings.isEmpty()
          || endings.stream().anyMatch(e -> e < 0 || e >= size)) {
        throw new IllegalArgumentException(
            "A tier of price endings needs a start of at least 0, a modulus of at least 1 and endings in [0, modulus), but got %d, %d, %s."
                .formatted(fromMinor, modulus, endings));
      }
    }
  }

  public PriceEndings {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.get(0).fromMinor() != 0) {
      throw new IllegalArgumentException(
          "Price endings need a tier that starts at 0, but got %s.".formatted(tiers));
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).fromMinor() <= tiers.get(i - 1).fromMinor()) {
        throw new IllegalArgumentException(
            "Tiers of price endings must rise, but got %s.".formatted(tiers));
      }
    }
  }

  /**
   * Customary endings for a currency: with two digits every price below 1.00; …5 and …9 below
   * 10.00; .49, .95 and .99 from there on. Currencies without minor units end in 0 or 8 (80 from
   * 1,000 on); those with three digits use the two-digit pattern tenfold.
   *
   * @param digits digits after the decimal point, 0 to 4
   */
  public static PriceEndings forDigits(int digits) {
    if (digits == 0) {
      return new PriceEndings(
          List.of(
              new Tier(0, 1, List.of(0L)),
              new Tier(100, 10, List.of(0L, 8L)),
              new Tier(1_000, 100, List.of(0L, 80L, 98L))));
    }
    if (digits > 4) {
      throw new IllegalArgumentException(
          "A currency has at most 4 digits after the point, but got %d.".formatted(digits));
    }
    long unit = 1;
    for (int i = 0; i < digits; i++) {
      unit *= 10;
    }
    if (digits == 1) {
      return new PriceEndings(List.of(new Tier(0, 1, List.of(0L)), new Tier(100, 10, List.of(9L))));
    }
    long hundredth = unit / 100;
    return new PriceEndings(
        List.of(
            new Tier(0, hundredth, List.of(0L)),
            new Tier(unit, 10 * hundredth, List.of(5 * hundredth, 9 * hundredth)),
            new Tier(10 * unit, unit, List.of(49 * hundredth, 95 * hundredth, 99 * hundredth))));
  }

  /** Whether a price looks like a price. */
  public boolean fits(long priceMinor) {
    Tier tier = tier(priceMinor);
    return tier.endings().contains(Math.floorMod(priceMinor, tier.modulus()));
  }

  /** The least fitting price not below the given one. */
  public long atOrAbove(long priceMinor) {
    long price = priceMinor;
    while (true) {
      Tier tier = tier(price);
      long rest = Math.floorMod(price, tier.modulus());
      long step = Long.MAX_VALUE;
      for (long ending : tier.endings()) {
        long forward = Math.floorMod(ending - rest, tier.modulus());
        step = Math.min(step, forward);
      }
      if (step == 0 || tier(price + step).equals(tier)) {
        return price + step;
      }
      price = tierAfter(tier).fromMinor();
    }
  }

  private Tier tier(long priceMinor) {
    Tier found = tiers.get(0);
    for (Tier tier : tiers) {
      if (priceMinor >= tier.fromMinor()) {
        found = tier;
      }
    }
    return found;
  }

  private Tier tierAfter(Tier tier) {
    return tiers.get(tiers.indexOf(tier) + 1);
  }
}
