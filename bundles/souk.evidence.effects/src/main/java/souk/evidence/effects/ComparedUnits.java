package souk.evidence.effects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.UnitOutcome;
import souk.evidence.lib.assign.SampleRatio;
import souk.evidence.lib.effect.Effect;
import souk.evidence.lib.effect.Sample;
import souk.evidence.spi.EffectProblem;
import souk.model.Interval;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Refusal;

/** An effect problem as columns, and its answer as a value of the contract. */
final class ComparedUnits {
  private static final int LEAST = 2;
  private static final double TAIL = 0.01;
  private static final double SAMPLE_RATIO_ALARM = 0.001;
  private static final double DOMINANT = 0.3;

  private final EffectProblem problem;
  private final Sample sample;

  private ComparedUnits(EffectProblem problem, Sample sample) {
    this.problem = problem;
    this.sample = sample;
  }

  static Optional<Refusal> refuses(EffectProblem problem) {
    long treated = problem.outcomes().stream().filter(UnitOutcome::treated).count();
    long control = problem.outcomes().size() - treated;
    if (treated < LEAST || control < LEAST) {
      return Optional.of(
          new Refusal(
              "outcomes of at least 2 units on each side",
              "experiment %s has %d treated and %d control units with outcomes"
                  .formatted(problem.experiment().id(), treated, control)));
    }
    for (UnitOutcome outcome : problem.outcomes()) {
      if (!Double.isFinite(outcome.before()) || !Double.isFinite(outcome.after())) {
        return Optional.of(
            new Refusal(
                "finite outcomes",
                "metric %s of experiment %s has %s before and %s after for one unit"
                    .formatted(
                        problem.metric(),
                        problem.experiment().id(),
                        outcome.before(),
                        outcome.after())));
      }
    }
    return Optional.empty();
  }

  /** Units sorted by name, so that the answer does not depend on their order. */
  static ComparedUnits of(EffectProblem problem) {
    List<UnitOutcome> outcomes = new ArrayList<>(problem.outcomes());
    outcomes.sort(Comparator.comparing(UnitOutcome::unit));
    int n = outcomes.size();
    double[] before = new double[n];
    double[] after = new double[n];
    boolean[] treated = new boolean[n];
    int[] stratum = new int[n];
    for (int i = 0; i < n; i++) {
      UnitOutcome outcome = outcomes.get(i);
      before[i] = outcome.before();
      after[i] = outcome.after();
      treated[i] = outcome.treated();
      stratum[i] = problem.experiment().strata().getOrDefault(outcome.unit(), 0);
    }
    return new ComparedUnits(problem, new Sample(before, after, treated, stratum));
  }

  Sample sample() {
    return sample;
  }

  EffectEstimate estimate(
      Effect effect, Effect withoutExtremes, String method, String strategy, String version) {
    int treated = sample.count(true);
    double relative =
        effect.controlMean() == 0 ? Double.NaN : effect.perUnit() / effect.controlMean();
    return new EffectEstimate(
        problem.experiment().id(),
        problem.metric(),
        effect.perUnit(),
        new Interval(effect.low(), effect.high(), problem.level()),
        effect.perUnit() * treated,
        relative,
        treated,
        sample.count(false),
        problem.experiment().label(),
        method + ", within %d strata".formatted(effect.strata()),
        notes(effect, withoutExtremes),
        provenance(strategy, version));
  }

  private List<Reason> notes(Effect effect, Effect clipped) {
    List<Reason> notes = new ArrayList<>();
    if (effect.slope() != 0) {
      notes.add(
          Reason.of(
              "effect.adjusted",
              "The period before explains %.0f %% of the variance."
                  .formatted(100 * effect.varianceReduction()),
              effect.varianceReduction()));
    }
    notes.add(
        Reason.of(
            "effect.without-extremes",
            "With the 1 %% most extreme units at each end clipped: %.4g per unit, interval %.4g to %.4g."
                .formatted(clipped.perUnit(), clipped.low(), clipped.high()),
            clipped.perUnit(),
            clipped.low(),
            clipped.high()));
    if (effect.largestShare() > DOMINANT) {
      notes.add(
          Reason.of(
              "effect.one-unit-dominates",
              "One unit causes %.0f %% of the uncertainty; read the interval with care."
                  .formatted(100 * effect.largestShare()),
              effect.largestShare()));
    }
    double assigned =
        problem.experiment().treatment().size() + problem.experiment().control().size();
    double controlShare = problem.experiment().control().size() / Math.max(1, assigned);
    double p = SampleRatio.pValue(sample.count(true), sample.count(false), clamp(controlShare));
    if (p < SAMPLE_RATIO_ALARM) {
      notes.add(
          Reason.of(
              "effect.sample-ratio-mismatch",
              "The sides have %d and %d units with outcomes, but %.0f %% should be held out (p = %.2g). The comparison may be unfair.%nMaybe outcomes of one side got lost."
                  .formatted(sample.count(true), sample.count(false), 100 * controlShare, p),
              sample.count(true),
              sample.count(false),
              controlShare));
    }
    return notes;
  }

  private Provenance provenance(String strategy, String version) {
    TreeMap<String, Object> digest = new TreeMap<>();
    digest.put("before", java.util.Arrays.hashCode(sample.before()));
    digest.put("after", java.util.Arrays.hashCode(sample.after()));
    digest.put("treated", java.util.Arrays.hashCode(sample.treated()));
    return Provenance.builder(problem.now(), strategy, version)
        .option("level", problem.level())
        .option("tail", TAIL)
        .seed(problem.experiment().seed())
        .inputFingerprint(Integer.toHexString(digest.hashCode()))
        .build();
  }

  Sample withoutExtremes() {
    return sample.winsorised(TAIL);
  }

  private static double clamp(double share) {
    return Math.max(1e-9, Math.min(1 - 1e-9, share));
  }
}
