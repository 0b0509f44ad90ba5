package souk.learn.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import souk.learn.api.TuningPlan;
import souk.learn.api.TuningReport;
import souk.learn.lib.split.Fold;
import souk.learn.lib.table.Encoding;
import souk.learn.lib.table.Sample;
import souk.model.Reason;
import souk.numeric.lib.calibrate.CrossFit;

/**
 * What is said about how learning from a table went.
 *
 * @param plan what was asked
 * @param target what was learned
 * @param encoding of the columns
 * @param sample rows learned from
 * @param folds that took turns
 * @param foldOf fold of each row; −1 where it was never judged
 */
record TableReport(
    TuningPlan plan,
    TargetColumn target,
    Encoding encoding,
    Sample sample,
    List<Fold> folds,
    int[] foldOf) {
  /** All that is to be said. */
  TuningReport of(
      Contest contest, List<Contest.Entry> entries, List<Contest.Entry> best, Verdict verdict) {
    boolean events = target.positive().isPresent();
    List<Reason> notes = new ArrayList<>(target.notes());
    notes.addAll(Oddities.of(encoding, sample, events));
    String chosen =
        best.stream().map(entry -> entry.variant().name()).collect(Collectors.joining(" + "));
    TuningReport.Builder report =
        TuningReport.builder(
                verdict.kind() == CrossFit.Kind.NONE
                    ? chosen
                    : chosen + ", " + verdict.kind().name().toLowerCase(Locale.ROOT),
                "%d folds %s"
                    .formatted(
                        folds.size(), plan.time().map(t -> "forward in " + t).orElse("at random")),
                sample.size())
            .positive(target.positive())
            .metrics(verdict.metrics(events, plan.draws(), plan.seed()))
            .candidates(candidates(entries, events))
            .importance(
                Shuffling.importance(best, encoding.columns(), sample, folds, contest.target()))
            .notes(notes);
    if (events) {
      report.calibration(verdict.calibration(), verdict.deciles());
    }
    return report.build();
  }

  private List<TuningReport.Candidate> candidates(List<Contest.Entry> entries, boolean events) {
    int[] judged = IntStream.range(0, foldOf.length).filter(r -> foldOf[r] >= 0).toArray();
    double[] seen = Verdict.take(sample.target(), judged);
    List<TuningReport.Candidate> all = new ArrayList<>();
    for (Contest.Entry entry : entries) {
      Map<String, Double> metrics =
          entry.refused().isPresent()
              ? Map.of()
              : Verdict.metrics(seen, Verdict.take(entry.answers(), judged), events);
      all.add(
          new TuningReport.Candidate(
              entry.variant().name(),
              entry.variant().learner().strategy().version(),
              metrics,
              entry.seconds(),
              entry.refused()));
    }
    String by = events ? "logLoss" : "rmse";
    all.sort(
        Comparator.comparingDouble(
            one -> one.metrics().getOrDefault(by, Double.POSITIVE_INFINITY)));
    return all;
  }
}
