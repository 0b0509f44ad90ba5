package souk.learn.core;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRouter;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;
import souk.learn.api.ModelRegistry;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.spi.SequenceLearner;
import souk.model.Refusal;

/** Learns from sequences that a caller brings; the last rows judge and are not learned from. */
record SequenceDesk(StrategyRouter router, ModelRegistry registry) {
  private static final long DEADLINE_MILLIS = 3_600_000;
  private static final double HELD_OUT = 0.2;

  Map<String, Object> learn(Map<String, Object> request, Progress progress) {
    PlainSequences read = new PlainSequences(request);
    Sequences rows = read.rows("rows").orElseThrow(() -> PlainRequest.missing("rows"));
    SequenceTable all = SequenceTable.of(rows, read.target());
    int held = (int) Math.round(rows.size() * read.share("heldOut", HELD_OUT));
    if (held < 1 || held >= rows.size()) {
      throw new IllegalArgumentException(
          "Of %d rows %d would be held out, but some must be learned from and some must judge."
              .formatted(rows.size(), held));
    }
    SequenceTable training = all.rows(range(0, rows.size() - held));
    SequenceTable validation = all.rows(range(rows.size() - held, rows.size()));
    SequenceTask task = task(read);
    Optional<Sequences> asked = read.rows("predict");
    LearnedModel model = learn(training, validation, task, watch(progress));
    model = model.withLineage(lineage(read, task, held));
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("rows", training.sequences().size());
    view.put("heldOut", held);
    view.put("facts", model.facts());
    view.put("curve", model.curve().stream().map(PlainValues::of).toList());
    LearnedModel learned = model;
    view.put("kept", read.text("keep").map(n -> PlainValues.of(registry.keep(n, learned))));
    view.put("scores", asked.map(some -> scores(learned, some)).orElse(new double[0]));
    return view;
  }

  private static SequenceTask task(PlainSequences read) {
    SequenceTask.Builder task =
        SequenceTask.builder(
                SequenceTask.Goal.valueOf(read.word("goal")),
                SequenceTask.Network.valueOf(read.word("network")),
                read.number("seed", 1))
            .threads(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    read.options().forEach(task::option);
    return task.build();
  }

  private LearnedModel learn(
      SequenceTable training, SequenceTable validation, SequenceTask task, TrainingWatch watch) {
    try {
      Optional<Refusal> refusal =
          router
              .call(
                  SequenceLearner.class,
                  CallOptions.<Optional<Refusal>>within(DEADLINE_MILLIS).once(),
                  learner -> learner.refuses(training, task))
              .value();
      if (refusal.isPresent()) {
        throw new IllegalArgumentException("A network needs " + refusal.get() + ".");
      }
      return router
          .call(
              SequenceLearner.class,
              CallOptions.<LearnedModel>within(DEADLINE_MILLIS).once(),
              learner -> learner.learn(training, validation, task, watch))
          .value();
    } catch (RoutingException nobody) {
      if (nobody.code() != RoutingException.Code.NO_STRATEGY) {
        throw nobody;
      }
      throw new IllegalStateException(
          "Nothing here learns from sequences.%nMaybe the archive souk-tensorflow-*.tar.gz is not unpacked beside the platform, or its feature souk.feature.sequences is not installed."
              .formatted(),
          nobody);
    }
  }

  private double[] scores(LearnedModel model, Sequences asked) {
    float[][] answers =
        router
            .call(
                SequenceLearner.class,
                CallOptions.<float[][]>within(DEADLINE_MILLIS).once(),
                learner -> learner.predict(model, asked, SequenceAnswer.SCORE))
            .value();
    double[] scores = new double[answers.length];
    for (int r = 0; r < scores.length; r++) {
      scores[r] = answers[r][0];
    }
    return scores;
  }

  /** Each epoch is progress, so that who looks at the job sees the curve grow. */
  private static TrainingWatch watch(Progress progress) {
    return new TrainingWatch() {
      @Override
      public void point(CurvePoint point, int mostEpochs) {
        progress.report(
            point.epoch(),
            mostEpochs,
            String.format(
                Locale.ROOT,
                "Epoch %d of at most %d: loss %.6f, on held-out rows %.6f",
                point.epoch(),
                mostEpochs,
                point.loss(),
                point.validationLoss()));
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }

  private static Map<String, String> lineage(PlainSequences read, SequenceTask task, int held) {
    Map<String, String> lineage = new TreeMap<>();
    lineage.put("goal", task.goal().name());
    lineage.put("network", task.network().name());
    lineage.put("seed", Long.toString(task.seed()));
    lineage.put("validation", "the last %d rows".formatted(held));
    lineage.put("snapshot", read.snapshot());
    task.options().forEach((name, value) -> lineage.put(name, Double.toString(value)));
    return lineage;
  }

  private static int[] range(int from, int to) {
    int[] range = new int[to - from];
    for (int i = 0; i < range.length; i++) {
      range[i] = from + i;
    }
    return range;
  }
}
