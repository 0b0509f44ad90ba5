package souk.evidence.lib.market;

import souk.model.Sku;

/** One article of a fitted market. Immutable. */
public final class MarketItem {
  private final Sku sku;
  private final double baseUnits;
  private final double basePrice;
  private final double elasticity;
  private final double size;
  private final Buyers buyers;

  MarketItem(
      Sku sku, double baseUnits, double basePrice, double elasticity, double size, Buyers buyers) {
    this.sku = sku;
    this.baseUnits = baseUnits;
    this.basePrice = basePrice;
    this.elasticity = elasticity;
    this.size = size;
    this.buyers = buyers;
  }

  public Sku sku() {
    return sku;
  }

  /** Expected units per week at {@link #basePrice()} in a week with season index 1. */
  public double baseUnits() {
    return baseUnits;
  }

  /** In major units. */
  public double basePrice() {
    return basePrice;
  }

  /** The market's own, true elasticity; nobody else is told. */
  public double elasticity() {
    return elasticity;
  }

  /** Of the negative binomial number of order lines per week; small is lumpy. */
  public double size() {
    return size;
  }

  /** Mean units per order line. */
  public double unitsPerLine() {
    return buyers.meanQuantity();
  }

  Buyers buyers() {
    return buyers;
  }
}
