package souk.evidence.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.UnitKind;
import souk.evidence.api.UnitOutcome;
import souk.evidence.spi.EffectProblem;
import souk.model.EvidenceLabel;

class NotesTest {
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

  @Test
  void theAdjustedIntervalIsNarrowerAndSaysWhy() {
    EffectProblem problem = problem(outcomes(100, 0));
    EffectEstimate adjusted = new CupedDifference().evaluate(problem);
    EffectEstimate plain = new DifferenceInMeans().evaluate(problem);
    assertTrue(width(adjusted) < 0.6 * width(plain));
    assertTrue(codes(adjusted).contains("effect.adjusted"));
    assertTrue(codes(plain).stream().noneMatch("effect.adjusted"::equals));
  }

  @Test
  void aSingleGiantIsNamedAndShownWithout() {
    List<UnitOutcome> outcomes = new ArrayList<>(outcomes(100, 0));
    outcomes.set(0, new UnitOutcome("U0", true, 20, 100_000));
    EffectEstimate e = new CupedDifference().evaluate(problem(outcomes));
    assertTrue(codes(e).contains("effect.one-unit-dominates"));
    double clipped =
        e.notes().stream()
            .filter(n -> n.code().equals("effect.without-extremes"))
            .mapToDouble(n -> Double.parseDouble(n.arguments().get(0)))
            .findFirst()
            .orElseThrow();
    assertEquals(0, clipped, 2);
    assertTrue(e.perUnit() > 1000);
  }

  @Test
  void lostOutcomesOfOneSideAreNoticed() {
    List<UnitOutcome> outcomes =
        outcomes(400, 0).stream()
            .filter(o -> o.treated() || Integer.parseInt(o.unit().substring(1)) < 200)
            .toList();
    Experiment all = problem(outcomes(400, 0)).experiment();
    EffectProblem problem = new EffectProblem(all, "profit", outcomes, 0.95, NOW);
    assertTrue(
        codes(new CupedDifference().evaluate(problem)).contains("effect.sample-ratio-mismatch"));
  }

  private static double width(EffectEstimate e) {
    return e.interval().high() - e.interval().low();
  }

  private static List<String> codes(EffectEstimate e) {
    return e.notes().stream().map(n -> n.code()).toList();
  }

  private static List<UnitOutcome> outcomes(int units, double effect) {
    Random random = new Random(7);
    return IntStream.range(0, units)
        .mapToObj(
            i -> {
              double before = 20 + 5 * random.nextGaussian();
              double after = before + random.nextGaussian() + (i % 2 == 0 ? effect : 0);
              return new UnitOutcome("U" + i, i % 2 == 0, before, after);
            })
        .toList();
  }

  private static EffectProblem problem(List<UnitOutcome> outcomes) {
    Set<String> treatment =
        outcomes.stream()
            .filter(UnitOutcome::treated)
            .map(UnitOutcome::unit)
            .collect(Collectors.toSet());
    Set<String> control =
        outcomes.stream()
            .filter(o -> !o.treated())
            .map(UnitOutcome::unit)
            .collect(Collectors.toSet());
    Experiment experiment =
        new Experiment(
            "E-1",
            "P-1",
            UnitKind.CUSTOMER,
            0.5,
            7,
            treatment,
            control,
            Map.of(),
            NOW,
            EvidenceLabel.SIMULATED);
    return new EffectProblem(experiment, "profit", outcomes, 0.95, NOW);
  }
}
