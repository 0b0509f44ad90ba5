package souk.edge.webconsole;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.kernel.api.Actor;
import souk.kernel.api.LearningDesk;
import souk.kernel.api.Progress;

/** One model in four versions, for tests of pages. */
public final class Learned implements LearningDesk {
  /** Whether a model is kept. */
  public volatile boolean kept;

  /** Whether a file is damaged. */
  public volatile boolean damaged;

  private final List<Integer> champions = new ArrayList<>(List.of(2));

  @Override
  public Map<String, Object> learn(Map<String, Object> request, Progress progress) {
    throw new IllegalStateException("Nothing is learned here.");
  }

  @Override
  public Map<String, Object> learnSequences(Map<String, Object> request, Progress progress) {
    throw new IllegalStateException("Nothing is learned here.");
  }

  @Override
  public synchronized List<Map<String, Object>> models() {
    if (damaged) {
      throw new IllegalStateException("Model file 000001.model cannot be used: <i>cut</i>.");
    }
    if (!kept) {
      return List.of();
    }
    List<Map<String, Object>> promotions = new ArrayList<>();
    champions.forEach(
        version ->
            promotions.add(
                0,
                Map.of("version", version, "at", Instant.EPOCH, "by", "mei", "reason", "calmer")));
    return List.of(
        Map.of(
            "name",
            "visits",
            "champion",
            champions.get(champions.size() - 1),
            "versions",
            List.of(version(4), version(3), version(2), version(1)),
            "promotions",
            promotions));
  }

  private static Map<String, Object> version(int number) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("name", "visits");
    version.put("version", number);
    version.put("learner", number == 1 ? "<b>old</b>" : "tuned-table");
    version.put("keptAt", Instant.EPOCH.plusSeconds(number));
    version.put("bytes", 4_321L);
    version.put("sha256", "ab".repeat(32));
    version.put("facts", Map.of("rows", 200.0));
    version.put(
        "metrics",
        number == 1
            ? Map.of()
            : Map.of(
                "auc",
                figure(0.5 + 0.1 * number, 0.02),
                "logLoss",
                figure(0.5, 0.02),
                "newMeasure",
                figure(1, 0.5)));
    version.put(
        "importance",
        number == 1
            ? List.of()
            : List.of(
                Map.of("column", "pages", "rise", figure(0.2, 0.1)),
                Map.of("column", "<i>month</i>", "rise", figure(0.05, 0.01))));
    version.put(
        "calibration",
        number == 1
            ? List.of()
            : List.of(
                Map.of("rows", 120, "predicted", 0.1, "happened", 0.12),
                Map.of("rows", 80, "predicted", 0.7, "happened", 0.66)));
    if (number == 3) {
      version.put(
          "curve",
          List.of(
              Map.of("epoch", 1, "loss", 0.69, "validationLoss", Double.NaN, "millis", 1L),
              Map.of("epoch", 2, "loss", 0.42, "validationLoss", 0.48, "millis", 2L)));
    }
    version.put(
        "lineage", Map.of("snapshot", Integer.toString(number).repeat(64), "target", "bought"));
    return version;
  }

  private static Map<String, Object> figure(double value, double around) {
    return Map.of("value", value, "low", value - around, "high", value + around);
  }

  @Override
  public synchronized void promote(String model, int version, Actor actor, String reason) {
    if (version < 1 || version > 4) {
      throw new IllegalArgumentException("Model " + model + " has no version " + version + ".");
    }
    champions.add(version);
  }

  @Override
  public synchronized void rollBack(String model, Actor actor, String reason) {
    champions.remove(champions.size() - 1);
  }
}
