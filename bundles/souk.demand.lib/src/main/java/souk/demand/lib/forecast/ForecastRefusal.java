package souk.demand.lib.forecast;

/**
 * Why a method does not answer for a series.
 *
 * @param requirement what the method needs, with its number
 * @param found what it found, with the number
 */
public record ForecastRefusal(String requirement, String found) implements ForecastResult {
  /** One sentence for people. */
  public String message() {
    return "needs " + requirement + ", the series has " + found;
  }
}
