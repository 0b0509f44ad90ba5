package souk.customer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.api.ScoringRun;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Refusal;
import souk.testkit.DirectRouter;
import souk.testkit.PlantedShop;

class DefaultScoresTest {
  private static final Money NOTHING = Money.zero(Currency.getInstance("GBP"));

  /** Says the same of each customer; of those with an even number 0, if it heeds them. */
  private static BehaviorPredictor saying(double buys, boolean heedful, Optional<Refusal> refusal) {
    return new BehaviorPredictor() {
      @Override
      public Optional<Refusal> refuses(PurchaseLog log, BehaviorTask task) {
        return refusal;
      }

      @Override
      public BehaviorForecast predict(PurchaseLog log, BehaviorTask task) {
        List<CustomerScore> scores =
            log.customers().stream()
                .map(
                    key ->
                        CustomerScore.of(key, NOTHING)
                            .buys(heedful && key.value().matches("probe-(2|5|8)") ? 0 : buys)
                            .nextPurchaseDays(key.value().length())
                            .reason(Reason.of("behavior.toy", "Said \"so\".", 1, "a"))
                            .build())
                .toList();
        return new BehaviorForecast(
            task.horizonDays(),
            scores,
            Map.of("ece", 0.02),
            Provenance.builder(task.now(), "toy", "1.0.0").build());
      }
    };
  }

  private static DefaultScores scores(DirectRouter router, LoadedSales sales) {
    return scores(router, sales, new KeptRows());
  }

  private static DefaultScores scores(DirectRouter router, LoadedSales sales, KeptRows rows) {
    DefaultScores.Config config =
        new DefaultScores.Config() {
          @Override
          public Class<? extends Annotation> annotationType() {
            return DefaultScores.Config.class;
          }

          @Override
          public long seed() {
            return 1;
          }

          @Override
          public long deadlineMillis() {
            return 10_000;
          }
        };
    return new DefaultScores(
        router, sales, rows, config, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  private static DirectRouter router(BehaviorPredictor predictor) {
    return new DirectRouter().add(BehaviorPredictor.class, "toy", predictor);
  }

  @Test
  void answersFromTheLatestRun() {
    DefaultScores subject =
        scores(
            router(saying(0.5, false, Optional.empty())),
            new LoadedSales().load(PlantedShop.purchases(1)));
    assertTrue(subject.latest().isEmpty());
    assertTrue(subject.scoreOf(PlantedShop.customer(0)).isEmpty());
    ScoringRun run = subject.run(Optional.empty(), 30, Progress.none());
    assertEquals(30, run.forecast().horizonDays());
    assertEquals(Optional.of(run), subject.latest());
    assertEquals(0.5, subject.scoreOf(PlantedShop.customer(0)).orElseThrow().buys());
    assertTrue(subject.scoreOf(new CustomerKey("stranger")).isEmpty());
  }

  @Test
  void theLatestRunSurvivesAStart() {
    KeptRows rows = new KeptRows();
    LoadedSales sales = new LoadedSales().load(PlantedShop.purchases(1));
    DirectRouter router = router(saying(0.5, true, Optional.empty()));
    DefaultScores before = scores(router, sales, rows);
    before.run(Optional.empty(), 90, Progress.none());
    ScoringRun kept = before.run(Optional.empty(), 30, Progress.none());
    DefaultScores after = scores(router, new LoadedSales(), rows);
    ScoringRun found = after.latest().orElseThrow();
    assertEquals(kept.id(), found.id());
    assertEquals(kept.strategy(), found.strategy());
    assertEquals(kept.forecast().horizonDays(), found.forecast().horizonDays());
    assertEquals(kept.forecast().measures(), found.forecast().measures());
    Provenance made = kept.forecast().provenance();
    assertEquals(made.createdAt(), found.forecast().provenance().createdAt());
    assertEquals(made.strategy(), found.forecast().provenance().strategy());
    assertEquals(made.options(), found.forecast().provenance().options());
    assertEquals(kept.forecast().scores().size(), found.forecast().scores().size());
    kept.forecast()
        .scores()
        .forEach(score -> assertEquals(Optional.of(score), after.scoreOf(score.customer())));
  }

  @Test
  void whoIsErasedHasNoScoreAndARunThatKnewTheCustomerIsNotKept() {
    CustomerKey erased = PlantedShop.customer(0);
    DefaultScores subject =
        scores(
            router(saying(0.5, false, Optional.empty())),
            new LoadedSales().load(PlantedShop.purchases(1)));
    final int all = subject.run(Optional.empty(), 30, Progress.none()).forecast().scores().size();
    assertEquals(1, subject.erase(erased).get(0).entries());
    assertEquals(0, subject.erase(erased).get(0).entries());
    assertTrue(subject.scoreOf(erased).isEmpty());
    assertEquals(all - 1, subject.latest().orElseThrow().forecast().scores().size());
    Progress erasing =
        (done, total, message) -> {
          if (done == 1) {
            subject.erase(erased);
          }
        };
    assertThrows(IllegalStateException.class, () -> subject.run(Optional.empty(), 30, erasing));
    assertTrue(subject.scoreOf(erased).isEmpty());
  }

  @Test
  void nonsenseIsReplacedAndARefusalAsksTheNext() {
    LoadedSales sales = new LoadedSales().load(PlantedShop.purchases(1));
    DirectRouter nonsense =
        router(saying(1.5, false, Optional.empty()))
            .add(BehaviorPredictor.class, "sound", saying(0.25, false, Optional.empty()));
    ScoringRun replaced = scores(nonsense, sales).run(Optional.empty(), 30, Progress.none());
    assertTrue(replaced.strategy().startsWith("sound@"), replaced.strategy());
    DirectRouter refusing =
        router(saying(0.5, false, Optional.of(new Refusal("a miracle", "none came"))))
            .add(BehaviorPredictor.class, "willing", saying(0.25, false, Optional.empty()));
    ScoringRun asked = scores(refusing, sales).run(Optional.empty(), 30, Progress.none());
    assertTrue(asked.strategy().startsWith("willing@"), asked.strategy());
    assertTrue(asked.fallbackReason().orElseThrow().contains("miracle"));
  }

  @Test
  void saysWhatIsMissing() {
    DefaultScores empty = scores(router(saying(0.5, false, Optional.empty())), new LoadedSales());
    assertThrows(
        IllegalStateException.class, () -> empty.run(Optional.empty(), 30, Progress.none()));
    assertThrows(
        IllegalArgumentException.class, () -> empty.run(Optional.empty(), 0, Progress.none()));
    LoadedSales sales = new LoadedSales().load(PlantedShop.purchases(1));
    DefaultScores subject = scores(router(saying(0.5, false, Optional.empty())), sales);
    assertThrows(
        IllegalArgumentException.class,
        () -> subject.run(Optional.of("nobody"), 30, Progress.none()));
  }

  @Test
  void theProbeLetsThroughWhatTellsRegularsFromStrangers() throws Exception {
    BehaviorProbe probe = new BehaviorProbe();
    assertEquals("BehaviorPredictor", probe.role());
    assertEquals(Optional.empty(), probe.probe(saying(0.5, true, Optional.empty())));
    assertTrue(
        probe.probe(saying(0.5, false, Optional.empty())).orElseThrow().contains("regulars"));
    assertTrue(
        probe.probe(saying(2, true, Optional.empty())).orElseThrow().contains("probability"));
  }
}
