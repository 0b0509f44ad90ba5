package souk.demand.lib.arima;

/**
 * Orders of a seasonal ARIMA model: (p,d,q)(P,D,Q) with a season.
 *
 * @param p autoregressive terms
 * @param d differences
 * @param q moving average terms
 * @param seasonalP autoregressive terms a season apart
 * @param seasonalD differences a season apart
 * @param seasonalQ moving average terms a season apart
 * @param season steps of a season, 1 for none
 * @param constant a mean without, a drift with one difference
 */
public record ArimaOrder(
    int p,
    int d,
    int q,
    int seasonalP,
    int seasonalD,
    int seasonalQ,
    int season,
    boolean constant) {
  /** Refuses impossible values. */
  public ArimaOrder {
    if (p < 0 || d < 0 || q < 0 || seasonalP < 0 || seasonalD < 0 || seasonalQ < 0 || season < 1) {
      throw new IllegalArgumentException(
          "Orders (%d,%d,%d)(%d,%d,%d) must not be negative, the season (%d) be at least 1."
              .formatted(p, d, q, seasonalP, seasonalD, seasonalQ, season));
    }
    if (constant && d + seasonalD > 1) {
      throw new IllegalArgumentException(
          "A constant with %d differences would be a curve that runs away."
              .formatted(d + seasonalD));
    }
  }

  /** The usual name, such as {@code ARIMA(0,1,1)(0,1,1)[12]}. */
  public String title() {
    String name = "ARIMA(" + p + "," + d + "," + q + ")";
    if (season > 1) {
      name += "(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")[" + season + "]";
    }
    return name + (constant ? (d + seasonalD > 0 ? " with drift" : " with mean") : "");
  }

  /** Coefficients of the noise model. */
  int coefficients() {
    return p + q + seasonalP + seasonalQ;
  }

  /** Longest autoregressive lag. */
  int arSpan() {
    return p + seasonalP * season;
  }

  /** Longest moving average lag. */
  int maSpan() {
    return q + seasonalQ * season;
  }

  /** Observations lost to differences. */
  int lost() {
    return d + seasonalD * season;
  }

  ArimaOrder with(int newP, int newQ, int newSeasonalP, int newSeasonalQ, boolean newConstant) {
    return new ArimaOrder(
        newP, d, newQ, newSeasonalP, seasonalD, newSeasonalQ, season, newConstant);
  }
}
