package souk.demand.lib.ets;

import java.util.ArrayList;
import java.util.List;

/**
 * Which exponential smoothing model: error, trend and season.
 *
 * @param multiplicativeError whether errors grow with the level
 * @param trend none, additive or damped
 * @param season none, additive or multiplicative; multiplicative only with multiplicative errors
 */
public record EtsShape(boolean multiplicativeError, Trend trend, Season season) {
  /** The trend component. */
  public enum Trend {
    NONE("N"),
    ADDITIVE("A"),
    DAMPED("Ad");

    private final String letter;

    Trend(String letter) {
      this.letter = letter;
    }
  }

  /** The seasonal component. */
  public enum Season {
    NONE("N"),
    ADDITIVE("A"),
    MULTIPLICATIVE("M");

    private final String letter;

    Season(String letter) {
      this.letter = letter;
    }
  }

  /** Refuses the combination with infinite forecast variance. */
  public EtsShape {
    if (!multiplicativeError && season == Season.MULTIPLICATIVE) {
      throw new IllegalArgumentException(
          "An additive error with a multiplicative season has no finite forecast variance.");
    }
  }

  /** The usual name, such as {@code ETS(M,Ad,M)}. */
  public String title() {
    return "ETS("
        + (multiplicativeError ? "M" : "A")
        + ","
        + trend.letter
        + ","
        + season.letter
        + ")";
  }

  boolean hasTrend() {
    return trend != Trend.NONE;
  }

  boolean isDamped() {
    return trend == Trend.DAMPED;
  }

  boolean hasSeason() {
    return season != Season.NONE;
  }

  /** Number of smoothing parameters and free initial states for a season length. */
  int size(int period) {
    return 2 + (hasTrend() ? 2 : 0) + (isDamped() ? 1 : 0) + (hasSeason() ? period : 0);
  }

  /** All shapes to be compared: fifteen at most. */
  static List<EtsShape> candidates(boolean positive, boolean seasonal) {
    List<EtsShape> shapes = new ArrayList<>();
    for (Trend trend : Trend.values()) {
      shapes.add(new EtsShape(false, trend, Season.NONE));
      if (positive) {
        shapes.add(new EtsShape(true, trend, Season.NONE));
      }
      if (seasonal) {
        shapes.add(new EtsShape(false, trend, Season.ADDITIVE));
        if (positive) {
          shapes.add(new EtsShape(true, trend, Season.ADDITIVE));
          shapes.add(new EtsShape(true, trend, Season.MULTIPLICATIVE));
        }
      }
    }
    return shapes;
  }
}
