package souk.learn.core;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.learn.api.DataFrame;
import souk.learn.api.LearnedModel;
import souk.learn.api.TunedModel;
import souk.learn.api.TuningPlan;
import souk.learn.api.TuningReport;
import souk.learn.lib.ensemble.Blend;
import souk.learn.lib.split.Fold;
import souk.learn.lib.split.Folds;
import souk.learn.lib.table.Encoding;
import souk.learn.lib.table.RawColumn;
import souk.learn.lib.table.Sample;
import souk.numeric.lib.calibrate.Calibrator;
import souk.numeric.lib.calibrate.CrossFit;
import souk.numeric.lib.calibrate.Isotonic;

/** One table, from its columns to a chosen model and how good that is. */
final class TableRun {
  private static final int POINTS = 400;

  private final DataFrame table;
  private final TuningPlan plan;
  private final Jobs jobs;
  private final TargetColumn target;
  private final boolean events;
  private final Encoding encoding;
  private final Sample sample;
  private final List<Fold> folds;
  private final int[] foldOf;

  TableRun(DataFrame table, TuningPlan plan, Jobs jobs) {
    this.table = table;
    this.plan = plan;
    this.jobs = jobs;
    this.target = TargetColumn.of(table, plan);
    this.events = plan.question() == TuningPlan.Question.CLASSIFY;
    List<RawColumn> columns = kept(TableModel.columns(table, features()));
    this.encoding = Encoding.of(columns);
    if (encoding.columns().isEmpty()) {
      throw new IllegalArgumentException(
          "None of the %d columns beside %s can be learned from: %s."
              .formatted(columns.size(), plan.target(), encoding.findings()));
    }
    this.sample = Sample.of(encoding.rows(columns), target.values(), encoding.categorical());
    this.folds = folds();
    this.foldOf = new int[sample.size()];
    Arrays.fill(foldOf, -1);
    for (int f = 0; f < folds.size(); f++) {
      for (int row : folds.get(f).test()) {
        foldOf[row] = f;
      }
    }
  }

  private List<String> features() {
    for (String name : plan.ignored()) {
      if (!table.names().contains(name)) {
        throw new IllegalArgumentException(
            "Column %s is to be ignored, but there are only %s.".formatted(name, table.names()));
      }
    }
    return table.names().stream()
        .filter(name -> !name.equals(plan.target()))
        .filter(name -> !plan.ignored().contains(name))
        .filter(name -> !Optional.of(name).equals(plan.time()))
        .toList();
  }

  /** Columns with the rows alone whose target is known. */
  private List<RawColumn> kept(List<RawColumn> columns) {
    if (target.kept().length == table.rows()) {
      return columns;
    }
    return columns.stream()
        .map(
            column ->
                column.figures().isPresent()
                    ? RawColumn.of(
                        column.name(), Verdict.take(column.figures().get(), target.kept()))
                    : RawColumn.of(column.name(), texts(column)))
        .toList();
  }

  private String[] texts(RawColumn column) {
    String[] all = column.texts().orElseThrow();
    return Arrays.stream(target.kept()).mapToObj(row -> all[row]).toArray(String[]::new);
  }

  private List<Fold> folds() {
    if (plan.time().isEmpty()) {
      return events
          ? Folds.stratified(
              Arrays.stream(target.values()).mapToInt(y -> (int) y).toArray(),
              plan.folds(),
              plan.seed())
          : Folds.spread(target.values(), plan.folds(), plan.seed());
    }
    String column = plan.time().get();
    double[] times =
        table
            .figures(column)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Column %s does not tell the time by figures; there are %s."
                            .formatted(column, table.names())));
    double[] kept = Verdict.take(times, target.kept());
    for (int r = 0; r < kept.length; r++) {
      if (Double.isNaN(kept[r])) {
        throw new IllegalArgumentException(
            "Column %s is missing in row %d, so it is not known when that was."
                .formatted(column, target.kept()[r] + 1));
      }
    }
    return Folds.forward(kept, plan.folds());
  }

  TunedModel tune(List<RoutedLearner> learners, Progress progress) {
    Contest contest = new Contest(encoding.columns(), sample, plan, folds, jobs);
    long values = (long) sample.size() * sample.columns();
    List<Contest.Entry> entries =
        contest.run(
            Variant.of(learners, values, !plan.learners().isEmpty()),
            (done, all, message) -> progress.report(done, all + 2, message));
    List<Contest.Entry> answered =
        entries.stream().filter(entry -> entry.refused().isEmpty()).toList();
    if (answered.isEmpty()) {
      throw new IllegalArgumentException(
          "None of %d learners can learn this table: %s."
              .formatted(
                  entries.size(),
                  entries.stream()
                      .map(e -> e.variant().name() + " " + e.refused().orElse(""))
                      .toList()));
    }
    Verdict verdict =
        Verdict.of(
            sample.target(),
            answered.stream().map(Contest.Entry::answers).toList(),
            foldOf,
            events,
            plan.time().isPresent());
    List<Contest.Entry> best = verdict.best().stream().map(answered::get).toList();
    progress.report(entries.size(), entries.size() + 2L, "Measuring what counts");
    TuningReport report =
        new TableReport(plan, target, encoding, sample, folds, foldOf)
            .of(contest, entries, best, verdict);
    progress.report(entries.size() + 1L, entries.size() + 2L, "Learning from all rows");
    return new TunedModel(model(contest, best, verdict, report), report);
  }

  private LearnedModel model(
      Contest contest, List<Contest.Entry> best, Verdict verdict, TuningReport report) {
    List<LearnedModel> inner = best.stream().map(entry -> contest.learn(entry.variant())).toList();
    Map<String, Double> facts = KeptFigures.of(report);
    facts.put("rows", (double) sample.size());
    return new TableModel(encoding, inner, correction(best, verdict.kind()))
        .learned(facts, TableLineage.of(table, plan, report));
  }

  /** The correction by all judged rows, as points. */
  private List<Isotonic> correction(List<Contest.Entry> best, CrossFit.Kind kind) {
    if (!events) {
      return List.of();
    }
    int[] judged = IntStream.range(0, foldOf.length).filter(r -> foldOf[r] >= 0).toArray();
    double[] answers =
        Blend.of(best.stream().map(one -> Verdict.take(one.answers(), judged)).toList(), true);
    Calibrator calibrator = kind.fit(Verdict.take(sample.target(), judged), answers);
    double[] sorted = Arrays.stream(answers).sorted().toArray();
    double[] points =
        IntStream.rangeClosed(-1, POINTS)
            .mapToDouble(i -> point(sorted, i))
            .sorted()
            .distinct()
            .toArray();
    return List.of(Isotonic.of(points, calibrator.probabilities(points)));
  }

  /** 0, 1, and quantiles of the answers. */
  private static double point(double[] sorted, int i) {
    return i < 0 ? 0 : i == POINTS ? 1 : sorted[(int) ((long) i * sorted.length / POINTS)];
  }
}
