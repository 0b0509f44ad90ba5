package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.UnitKind;
import souk.evidence.api.UnitOutcome;
import souk.evidence.spi.EffectEvaluator;
import souk.evidence.spi.EffectProblem;
import souk.model.EvidenceLabel;

/** What every {@link EffectEvaluator} must keep. Extend it and give the strategy. */
public abstract class EffectEvaluatorContract {
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

  /** The strategy under test; may be a new one each time. */
  protected abstract EffectEvaluator subject();

  @Test
  protected void theIntervalCoversAPlantedEffectAsOftenAsItSays() {
    for (double truth : new double[] {0, 2}) {
      int covered = 0;
      int runs = 400;
      for (int run = 0; run < runs; run++) {
        EffectEstimate e = subject().evaluate(planted(200, truth, 1000 + run));
        covered += e.interval().contains(truth) ? 1 : 0;
      }
      assertEquals(0.95, covered / (double) runs, 0.04, "effect " + truth);
    }
  }

  @Test
  protected void signAndTotalsAgree() {
    EffectProblem problem = planted(400, 5, 1);
    EffectEstimate up = subject().evaluate(problem);
    EffectEstimate down = subject().evaluate(planted(400, -5, 1));
    assertTrue(up.interval().low() > 0, "a large gain is seen");
    assertTrue(down.interval().high() < 0, "a large loss is seen");
    assertEquals(up.perUnit() * up.treated(), up.total(), 1e-9 * Math.abs(up.total()));
    assertEquals(problem.experiment().treatment().size(), up.treated());
    assertEquals(problem.experiment().control().size(), up.control());
    assertTrue(up.relative() > 0);
    assertTrue(up.interval().contains(up.perUnit()));
    assertEquals(0.95, up.interval().level());
  }

  @Test
  protected void theRungOfProofAndTheExperimentAreKept() {
    EffectEstimate e = subject().evaluate(planted(50, 1, 2));
    assertEquals(EvidenceLabel.SIMULATED, e.label());
    assertEquals("E-1", e.experimentId());
    assertEquals("profit", e.metric());
    assertFalse(e.method().isBlank());
    assertFalse(e.provenance().strategy().isBlank());
  }

  @Test
  protected void theOrderOfTheUnitsDoesNotMatter() {
    EffectProblem problem = planted(100, 1, 3);
    List<UnitOutcome> shuffled = new ArrayList<>(problem.outcomes());
    Collections.shuffle(shuffled, new Random(4));
    EffectProblem other = new EffectProblem(problem.experiment(), "profit", shuffled, 0.95, NOW);
    EffectEstimate a = subject().evaluate(problem);
    EffectEstimate b = subject().evaluate(other);
    assertEquals(a.perUnit(), b.perUnit(), 1e-12);
    assertEquals(a.interval().low(), b.interval().low(), 1e-12);
  }

  @Test
  protected void safeUnderEightThreads() {
    EffectEvaluator shared = subject();
    EffectProblem problem = planted(200, 1, 5);
    double expected = shared.evaluate(problem).perUnit();
    IntStream.range(0, 8)
        .parallel()
        .forEach(i -> assertEquals(expected, shared.evaluate(problem).perUnit()));
  }

  @Test
  protected void oneSideAloneIsRefusedWithNumbers() {
    EffectProblem whole = planted(20, 1, 6);
    List<UnitOutcome> treatedOnly = whole.outcomes().stream().filter(UnitOutcome::treated).toList();
    EffectProblem problem = new EffectProblem(whole.experiment(), "profit", treatedOnly, 0.95, NOW);
    assertTrue(subject().refuses(problem).isPresent());
    assertTrue(subject().refuses(problem).get().found().contains("0"));
    assertTrue(subject().refuses(whole).isEmpty());
  }

  @Test
  protected void valuesThatAreNotFiniteAreRefused() {
    EffectProblem whole = planted(20, 1, 7);
    List<UnitOutcome> broken = new ArrayList<>(whole.outcomes());
    broken.set(0, new UnitOutcome(broken.get(0).unit(), broken.get(0).treated(), 1, Double.NaN));
    assertTrue(
        subject()
            .refuses(new EffectProblem(whole.experiment(), "profit", broken, 0.95, NOW))
            .isPresent());
  }

  /** Half of the units treated at random, within two strata; before and after are correlated. */
  private static EffectProblem planted(int units, double effect, long seed) {
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, units).boxed().toList());
    Collections.shuffle(order, random);
    Set<String> treatment = new HashSet<>();
    Set<String> control = new HashSet<>();
    Map<String, Integer> strata = new HashMap<>();
    for (int stratum = 0; stratum < 2; stratum++) {
      int rank = 0;
      for (int unit : order) {
        if (unit % 2 == stratum) {
          (rank++ % 2 == 0 ? treatment : control).add("U" + unit);
          strata.put("U" + unit, stratum);
        }
      }
    }
    List<UnitOutcome> outcomes = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      boolean treated = treatment.contains("U" + unit);
      double before = 20 + 5 * (unit % 2) + 4 * random.nextGaussian();
      double after = 0.8 * before + 2 * random.nextGaussian() + (treated ? effect : 0);
      outcomes.add(new UnitOutcome("U" + unit, treated, before, after));
    }
    Experiment experiment =
        new Experiment(
            "E-1",
            "P-1",
            UnitKind.SKU,
            0.5,
            seed,
            treatment,
            control,
            strata,
            NOW,
            EvidenceLabel.SIMULATED);
    return new EffectProblem(experiment, "profit", outcomes, 0.95, NOW);
  }
}
