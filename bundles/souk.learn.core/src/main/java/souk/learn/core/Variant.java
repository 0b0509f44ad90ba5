package souk.learn.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import souk.learn.api.LearningTask;

/**
 * A learner with settings of its own.
 *
 * @param learner which
 * @param options that are not its defaults
 */
record Variant(RoutedLearner learner, Map<String, Double> options) {
  private static final long MANY_VALUES = 4_000_000;

  /** Learners that sit out on large tables unless they are named. */
  private static final Set<String> SLOW = Set.of("tribuo-forest", "tribuo-tree");

  private static final Map<String, List<Map<String, Double>>> KNOWN =
      Map.of(
          "boosted-trees",
          List.of(
              Map.of("trees", 300.0, "leaves", 6.0, "learningRate", 0.05, "ridge", 10.0),
              Map.of("trees", 300.0, "leaves", 31.0, "learningRate", 0.03, "columnShare", 0.5)),
          "plain-linear",
          List.of(Map.of("penalty", 0.03)));

  /**
   * Each learner as it comes; and, unless the table is large, with settings known to help some.
   *
   * @param values of the table
   * @param named whether the learners were asked for by name
   */
  static List<Variant> of(List<RoutedLearner> learners, long values, boolean named) {
    List<Variant> variants = new ArrayList<>();
    for (RoutedLearner learner : learners) {
      if (values > MANY_VALUES && !named && SLOW.contains(learner.strategy().strategy())) {
        continue;
      }
      variants.add(new Variant(learner, Map.of()));
      if (values <= MANY_VALUES) {
        KNOWN
            .getOrDefault(learner.strategy().strategy(), List.of())
            .forEach(options -> variants.add(new Variant(learner, options)));
      }
    }
    return variants;
  }

  /** The task with these settings. */
  LearningTask task(LearningTask.Target target, long seed) {
    LearningTask.Builder task = LearningTask.builder(target, seed);
    options.forEach(task::option);
    return task.build();
  }

  /** For people. */
  String name() {
    StringBuilder name = new StringBuilder(learner.strategy().strategy());
    new TreeMap<>(options)
        .forEach(
            (key, value) -> name.append(String.format(Locale.ROOT, " %s=%s", key, brief(value))));
    return name.toString();
  }

  private static String brief(double value) {
    return value == (long) value ? Long.toString((long) value) : Double.toString(value);
  }
}
