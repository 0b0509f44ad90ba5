package souk.demand.api;

/**
 * A run over the loaded sales, per week.
 *
 * @param horizonWeeks weeks ahead, 1 to 104
 * @param items articles with the highest revenue that are forecast, at least 1
 * @param includeSimulated whether simulated weeks count as history
 * @param seed for strategies that draw
 */
public record ForecastRequest(int horizonWeeks, int items, boolean includeSimulated, long seed) {
  public ForecastRequest {
    if (horizonWeeks < 1 || horizonWeeks > 104 || items < 1) {
      throw new IllegalArgumentException(
          "A forecast needs 1 to 104 weeks and at least 1 item, but got %d and %d."
              .formatted(horizonWeeks, items));
    }
  }
}
