package souk.edge.webconsole.models;

import java.util.Locale;
import java.util.Set;
import souk.edge.webconsole.html.Sheet;

/** How measures are named, written and told apart. */
final class Measures {
  private static final Set<String> MORE_IS_BETTER =
      Set.of(
          "auc",
          "averagePrecision",
          "liftTopDecile",
          "precision",
          "recall",
          "specificity",
          "f1",
          "r2",
          "qini",
          "auuc",
          "ndcg",
          "accuracy");
  private static final Set<String> LESS_IS_BETTER =
      Set.of("logLoss", "brier", "ece", "rmse", "mae", "wape", "heldOutWape", "loss");
  private static final double MANY = 1_000;

  /** Which of two figures is the better one. */
  enum Side {
    BETTER,
    WORSE,
    SAME,
    UNKNOWN
  }

  private Measures() {}

  /** The name for people; the name itself if there is no better one. */
  static String name(Sheet sheet, String measure) {
    String key = "models.measure." + measure;
    String text = sheet.text(key);
    return text.equals(key) ? measure : text;
  }

  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= MANY ? "%,.1f" : "%.4f", value);
  }

  static String interval(KeptVersion.Measure measure) {
    return Double.isFinite(measure.low()) && Double.isFinite(measure.high())
        ? "[" + number(measure.low()) + ", " + number(measure.high()) + "]"
        : "–";
  }

  /** How the second stands to the first. Only figures known to be good or bad are told apart. */
  static Side side(String name, KeptVersion.Measure first, KeptVersion.Measure second) {
    if (!MORE_IS_BETTER.contains(name) && !LESS_IS_BETTER.contains(name)) {
      return Side.UNKNOWN;
    }
    boolean apart = second.low() > first.high() || second.high() < first.low();
    boolean intervals = Double.isFinite(first.low() + first.high() + second.low() + second.high());
    if ((intervals && !apart) || first.value() == second.value()) {
      return Side.SAME;
    }
    boolean more = second.value() > first.value();
    return more == MORE_IS_BETTER.contains(name) ? Side.BETTER : Side.WORSE;
  }
}
