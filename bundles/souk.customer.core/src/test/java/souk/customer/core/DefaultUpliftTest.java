package souk.customer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.customer.api.UpliftEstimate;
import souk.customer.api.UpliftRun;
import souk.customer.api.UpliftTrial;
import souk.customer.spi.UpliftEstimator;
import souk.customer.spi.UpliftTask;
import souk.kernel.api.Progress;
import souk.model.Provenance;
import souk.model.Refusal;
import souk.testkit.DirectRouter;

class DefaultUpliftTest {
  private static final DefaultUplift.Config CONFIG =
      new DefaultUplift.Config() {
        @Override
        public long deadlineMillis() {
          return 10_000;
        }

        @Override
        public int parts() {
          return 3;
        }

        @Override
        public int replicates() {
          return 200;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
          return DefaultUplift.Config.class;
        }
      };

  private final DirectRouter router =
      new DirectRouter()
          .add(UpliftEstimator.class, "right", answering(1, true))
          .add(UpliftEstimator.class, "wrong", answering(-1, true))
          .add(UpliftEstimator.class, "refusing", answering(1, false));
  private final DefaultUplift uplift =
      new DefaultUplift(router, CONFIG, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  /** Answers the first column times a sign: half of the rows gain 0.4, the others nothing. */
  private static UpliftEstimator answering(double sign, boolean willing) {
    return new UpliftEstimator() {
      @Override
      public Optional<Refusal> refuses(UpliftTrial trial, UpliftTask task) {
        return willing ? Optional.empty() : Optional.of(new Refusal("7 rows", "there are 6"));
      }

      @Override
      public UpliftEstimate estimate(UpliftTrial trial, double[][] rows, UpliftTask task) {
        double[] answer = new double[rows.length];
        for (int r = 0; r < answer.length; r++) {
          answer[r] = sign * rows[r][0];
        }
        return UpliftEstimate.of(answer, Provenance.builder(task.now(), "toy", "1").build());
      }
    };
  }

  private static UpliftTrial trial() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] rows = new double[1_200][1];
    boolean[] treated = new boolean[rows.length];
    double[] outcome = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      rows[r][0] = r % 2;
      treated[r] = random.nextBoolean();
      double chance = 0.3 + (treated[r] && r % 2 == 1 ? 0.4 : 0);
      outcome[r] = random.nextDouble() < chance ? 1 : 0;
    }
    return UpliftTrial.builder(List.of("half"), rows, treated, outcome).build();
  }

  private UpliftRun run(Optional<String> strategy) {
    return uplift.estimate(trial(), new double[][] {{1}, {0}}, strategy, 1, Progress.none());
  }

  @Test
  void theSelectedStrategyAnswersAndIsMeasured() {
    UpliftRun run = run(Optional.empty());
    assertEquals("right@1.0.0", run.strategy());
    assertArrayEquals(new double[] {1, 0}, run.estimate().uplift());
    assertEquals(0.2, run.quality().effect(), 0.06);
    assertTrue(run.quality().effectInterval().contains(0.2));
    assertTrue(run.quality().qiniInterval().low() > 0);
  }

  @Test
  void aWrongOrderIsSeen() {
    assertTrue(run(Optional.of("wrong")).quality().qiniInterval().high() < 0);
  }

  @Test
  void refusalsAndUnknownStrategiesAreTold() {
    Exception refused =
        assertThrows(IllegalStateException.class, () -> run(Optional.of("refusing")));
    assertTrue(refused.getMessage().contains("refusing needs 7 rows, there are 6"));
    assertThrows(IllegalArgumentException.class, () -> run(Optional.of("unknown")));
  }
}
