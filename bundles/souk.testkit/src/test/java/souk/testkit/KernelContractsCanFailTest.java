package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import souk.kernel.api.Decision;
import souk.kernel.api.Replay;
import souk.kernel.spi.DecisionReplayer;
import souk.kernel.spi.MetricDescription;
import souk.kernel.spi.RoleProbe;
import souk.kernel.spi.TrafficMetric;
import souk.model.DecisionId;
import souk.model.SnapshotId;
import souk.plan.api.Plan;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** Honest metrics, probes, replayers and guards pass; each planted defect is caught. */
class KernelContractsCanFailTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Test
  void honestOnesPass() {
    assertEquals(Set.of(), Verdicts.failing(Length.class));
    assertEquals(Set.of(), Verdicts.failing(Shorter.class));
    assertEquals(Set.of(), Verdicts.failing(Echo.class));
    assertEquals(Set.of(), Verdicts.failing(NoChange.class));
  }

  static List<Arguments> defects() {
    return List.of(
        Arguments.of(NotANumber.class, "measuresItsOutcomeAsAFiniteNumber"),
        Arguments.of(Nosy.class, "doesNotApplyToWhatItDoesNotKnow"),
        Arguments.of(Restless.class, "sameOutcomeSameFigureFromEightThreads"),
        Arguments.of(Fickle.class, "describesItselfAlwaysAlike"),
        Arguments.of(Blind.class, "saysWhatIsWrongWithABadOne"),
        Arguments.of(Grumpy.class, "letsAGoodStrategyServe"),
        Arguments.of(Nameless.class, "namesItsRole"),
        Arguments.of(Racing.class, "sameStrategySameVerdictFromEightThreads"),
        Arguments.of(Different.class, "computesTheSameOnceMore"),
        Arguments.of(Careless.class, "whatIsMissingIsToldAndNotThrown"),
        Arguments.of(RestlessReplayer.class, "sameDecisionSameReplayFromEightThreads"),
        Arguments.of(Strict.class, "letsAnAllowedPlanPass"),
        Arguments.of(Lenient.class, "stopsAForbiddenPlanAndSaysWhereAndWhy"),
        Arguments.of(Figureless.class, "stopsAForbiddenPlanAndSaysWhereAndWhy"),
        Arguments.of(RestlessGuard.class, "isPure"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectsAreCaught(Class<?> planted, String test) {
    Set<String> failing = Verdicts.failing(planted);
    assertTrue(failing.contains(test), planted + " fails only " + failing);
  }

  static class Length extends TrafficMetricContract {
    MetricDescription described() {
      return MetricDescription.higherIsBetter("length", "Length of a text", "letters");
    }

    OptionalDouble measured(Object outcome) {
      return outcome instanceof StringBuilder text
          ? OptionalDouble.of(text.length())
          : OptionalDouble.empty();
    }

    @Override
    protected TrafficMetric subject() {
      return new TrafficMetric() {
        @Override
        public MetricDescription description() {
          return described();
        }

        @Override
        public OptionalDouble measure(Object outcome) {
          return measured(outcome);
        }
      };
    }

    @Override
    protected Object outcome() {
      return new StringBuilder("four");
    }
  }

  static class NotANumber extends Length {
    @Override
    OptionalDouble measured(Object outcome) {
      return OptionalDouble.of(Double.NaN);
    }
  }

  static class Nosy extends Length {
    @Override
    OptionalDouble measured(Object outcome) {
      return OptionalDouble.of(1);
    }
  }

  static class Restless extends Length {
    @Override
    OptionalDouble measured(Object outcome) {
      return OptionalDouble.of(CALLS.incrementAndGet());
    }
  }

  static class Fickle extends Length {
    @Override
    MetricDescription described() {
      return MetricDescription.lowerIsBetter("length-" + CALLS.incrementAndGet(), "Length", "m");
    }
  }

  /** Serves texts of at most four letters. */
  static class Shorter extends RoleProbeContract {
    Optional<String> verdict(Object strategy) {
      int length = strategy.toString().length();
      return length <= 4 ? Optional.empty() : Optional.of("has %d letters".formatted(length));
    }

    String name() {
      return "Text";
    }

    @Override
    protected RoleProbe subject() {
      return new RoleProbe() {
        @Override
        public String role() {
          return name();
        }

        @Override
        public Optional<String> probe(Object strategy) {
          return verdict(strategy);
        }
      };
    }

    @Override
    protected Object goodStrategy() {
      return "good";
    }

    @Override
    protected Object badStrategy() {
      return "too long";
    }
  }

  static class Blind extends Shorter {
    @Override
    Optional<String> verdict(Object strategy) {
      return Optional.empty();
    }
  }

  static class Grumpy extends Shorter {
    @Override
    Optional<String> verdict(Object strategy) {
      return Optional.of("no");
    }
  }

  static class Nameless extends Shorter {
    @Override
    String name() {
      return "";
    }
  }

  static class Racing extends Shorter {
    @Override
    Optional<String> verdict(Object strategy) {
      return CALLS.incrementAndGet() % 3 == 0 ? Optional.empty() : Optional.of("a third");
    }
  }

  static class Echo extends DecisionReplayerContract {
    Replay replayed(Decision decision) {
      return decision.snapshot().filter(s -> s.value().equals("S-1")).isPresent()
          ? Replay.compared(decision, List.of())
          : Replay.impossible(decision, List.of("The snapshot is not here."));
    }

    @Override
    protected DecisionReplayer subject() {
      return new DecisionReplayer() {
        @Override
        public String kind() {
          return "echo";
        }

        @Override
        public Replay replay(Decision decision) {
          return replayed(decision);
        }
      };
    }

    @Override
    protected Decision decision() {
      return Decision.builder(new DecisionId("D-1"), "echo", Instant.EPOCH)
          .snapshot(new SnapshotId("S-1"))
          .body("{}")
          .build();
    }
  }

  static class Different extends Echo {
    @Override
    Replay replayed(Decision decision) {
      return Replay.compared(decision, List.of(new Replay.Difference("net", "1", "2")));
    }
  }

  static class Careless extends Echo {
    @Override
    Replay replayed(Decision decision) {
      return Replay.compared(decision, List.of());
    }
  }

  static class RestlessReplayer extends Echo {
    @Override
    Replay replayed(Decision decision) {
      return Replay.impossible(decision, List.of("Call " + CALLS.incrementAndGet()));
    }
  }

  static class NoChange extends PolicyGuardContract {
    List<Violation> judged(Plan plan) {
      long changes = plan.priceLines().stream().filter(l -> l.changed()).count();
      return changes == 0 ? List.of() : List.of(violation("%d prices change".formatted(changes)));
    }

    static Violation violation(String text) {
      return new Violation(
          "no-change",
          "plan",
          Violation.Severity.BLOCK,
          souk.model.Reason.of("guard.no-change", text));
    }

    @Override
    protected PolicyGuard subject() {
      return this::judged;
    }

    @Override
    protected Plan allowedPlan() {
      return PlantedPlans.price(100, 100, 50);
    }

    @Override
    protected Plan forbiddenPlan() {
      return PlantedPlans.changing(1);
    }
  }

  static class Strict extends NoChange {
    @Override
    List<Violation> judged(Plan plan) {
      return List.of(violation("1 plan is 1 too many"));
    }
  }

  static class Lenient extends NoChange {
    @Override
    List<Violation> judged(Plan plan) {
      return List.of();
    }
  }

  static class Figureless extends NoChange {
    @Override
    List<Violation> judged(Plan plan) {
      return super.judged(plan).isEmpty() ? List.of() : List.of(violation("no"));
    }
  }

  static class RestlessGuard extends NoChange {
    @Override
    List<Violation> judged(Plan plan) {
      return List.of(violation("Call " + CALLS.incrementAndGet()));
    }
  }
}
