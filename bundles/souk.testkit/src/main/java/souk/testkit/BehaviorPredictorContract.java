package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.spi.BehaviorPredictor;
import souk.customer.spi.BehaviorTask;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;

/**
 * What every {@link BehaviorPredictor} must keep. Extend it and name your strategy. All tests run
 * on one instance, so that what several of them look at is predicted once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BehaviorPredictorContract {
  private static final BehaviorTask TASK =
      new BehaviorTask(
          PlantedShop.UNTIL,
          30,
          Currency.getInstance("GBP"),
          42,
          Instant.parse("2024-01-01T06:00:00Z"));

  private final Once<BehaviorForecast> usual =
      new Once<>(() -> subject().predict(PlantedShop.purchases(1), TASK));

  /** The strategy under test. */
  protected abstract BehaviorPredictor subject();

  private static Map<CustomerKey, CustomerScore> byCustomer(BehaviorForecast forecast) {
    Map<CustomerKey, CustomerScore> scores = new HashMap<>();
    forecast
        .scores()
        .forEach(
            score -> assertEquals(null, scores.put(score.customer(), score), "a customer twice"));
    return scores;
  }

  @Test
  void scoresEveryKnownCustomerOnce() {
    BehaviorForecast forecast = usual.get();
    assertEquals(PlantedShop.CUSTOMERS, byCustomer(forecast).size());
    assertEquals(TASK.horizonDays(), forecast.horizonDays());
    assertEquals(TASK.now(), forecast.provenance().createdAt());
  }

  @Test
  void figuresAreInTheirRanges() {
    for (CustomerScore score : usual.get().scores()) {
      assertTrue(score.buys() >= 0 && score.buys() <= 1, score::toString);
      assertTrue(score.churned() >= 0 && score.churned() <= 1, score::toString);
      assertTrue(score.purchases() >= 0 && score.purchases() <= 30, score::toString);
      assertTrue(score.purchasesInterval().contains(score.purchases()), score::toString);
      assertEquals(TASK.currency(), score.spend().currency());
      assertFalse(score.spend().isNegative(), score::toString);
      assertFalse(score.reasons().isEmpty(), score::toString);
      score.nextPurchaseDays().ifPresent(days -> assertTrue(days >= 0, score::toString));
    }
  }

  @Test
  void whoBoughtOftenAndLatelyIsExpectedSooner() {
    Map<CustomerKey, CustomerScore> scores = byCustomer(usual.get());
    double best = 0;
    double worst = 0;
    double bestSpend = 0;
    double worstSpend = 0;
    for (int c = 0; c < PlantedShop.CUSTOMERS; c++) {
      CustomerScore score = Objects.requireNonNull(scores.get(PlantedShop.customer(c)));
      if (c % 3 == 0) {
        best += score.buys();
        bestSpend += score.spend().amountMinor();
      } else if (c % 3 == 2) {
        worst += score.buys();
        worstSpend += score.spend().amountMinor();
      }
    }
    assertTrue(best > worst, best + " against " + worst);
    assertTrue(bestSpend > worstSpend, bestSpend + " against " + worstSpend);
  }

  @Test
  void aLongerHorizonHoldsMore() {
    PurchaseLog log = PlantedShop.purchases(1);
    BehaviorTask longer =
        new BehaviorTask(TASK.until(), 90, TASK.currency(), TASK.seed(), TASK.now());
    double here = 0;
    double there = 0;
    for (CustomerScore score : usual.get().scores()) {
      here += score.purchases();
    }
    for (CustomerScore score : subject().predict(log, longer).scores()) {
      there += score.purchases();
    }
    assertTrue(there > here, there + " against " + here);
  }

  @Test
  void doesNotLookAtTheDayOfTheTaskOrLater() {
    PurchaseLog log = PlantedShop.purchases(1);
    BehaviorTask earlier =
        new BehaviorTask(
            PlantedShop.UNTIL.minusDays(60), 30, TASK.currency(), TASK.seed(), TASK.now());
    long until = earlier.until().toEpochDay();
    int rows = (int) IntStream.range(0, log.rows()).filter(r -> log.epochDay(r) < until).count();
    PurchaseLog cut =
        new PurchaseLog(
            log.customers(),
            log.skus(),
            IntStream.range(0, rows).map(log::customer).toArray(),
            IntStream.range(0, rows).map(log::order).toArray(),
            IntStream.range(0, rows).map(log::sku).toArray(),
            IntStream.range(0, rows).map(log::epochDay).toArray(),
            IntStream.range(0, rows).mapToDouble(log::quantity).toArray(),
            IntStream.range(0, rows).mapToLong(log::amountMinor).toArray());
    assertEquals(
        byCustomer(subject().predict(cut, earlier)), byCustomer(subject().predict(log, earlier)));
  }

  @Test
  void sameSeedSameAnswerAlsoUnderFourThreads() {
    BehaviorPredictor predictor = subject();
    PurchaseLog log = PlantedShop.purchases(1);
    BehaviorForecast expected = usual.get();
    IntStream.range(0, 4)
        .parallel()
        .mapToObj(i -> predictor.predict(log, TASK))
        .forEach(
            answer -> {
              assertEquals(expected.scores(), answer.scores());
              assertEquals(expected.measures(), answer.measures());
            });
  }

  @Test
  void refusesAnEmptyLogWithAReason() {
    PurchaseLog empty =
        new PurchaseLog(
            List.of(),
            List.of(),
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new double[0],
            new long[0]);
    assertTrue(subject().refuses(empty, TASK).isPresent());
    assertTrue(subject().refuses(PlantedShop.purchases(1), TASK).isEmpty());
  }
}
