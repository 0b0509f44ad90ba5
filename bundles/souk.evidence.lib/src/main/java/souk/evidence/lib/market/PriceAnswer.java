package souk.evidence.lib.market;

/**
 * What is believed of an article's price response.
 *
 * @param elasticity mean of the belief
 * @param deviation standard deviation of the belief, at least 0
 * @param basePrice price per unit in major units at which the article sold lately, greater than 0
 */
public record PriceAnswer(double elasticity, double deviation, double basePrice) {
  public PriceAnswer {
    if (!Double.isFinite(elasticity) || !(deviation >= 0) || !(basePrice > 0)) {
      throw new IllegalArgumentException(
          "A price answer needs a finite elasticity, a deviation of at least 0 and a price above 0, but got %s, %s and %s."
              .formatted(elasticity, deviation, basePrice));
    }
  }
}
