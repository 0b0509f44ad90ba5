package souk.customer.lib.behavior;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.customer.lib.lifetime.Cohort;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.numeric.lib.calibrate.CrossFit;
import souk.numeric.lib.metrics.Probabilities;
import souk.numeric.lib.metrics.Ranking;

@Tag("slow")
class FamilyChoiceTest {
  private static final int AHEAD = 30;
  private static final int LAST = 52 * 7;
  private static final double[] MONEY = {6.25, 3.74, 15.44};

  /** So many customers that a family of more skill is told from one of less. */
  private static final int MANY = 3_000;

  private static final int FEW = 500;

  private static Cohort cohort(int customers, long seed) {
    return Cohort.paretoNbd(customers, new double[] {0.6, 6, 0.6, 11}, MONEY, 60, seed);
  }

  private static PurchaseDays shop(long seed) {
    return cohort(MANY, seed).days();
  }

  private static FamilyChoice choice(PurchaseDays days) {
    return FamilyChoice.of(days, LAST, AHEAD, List.of(PurchaseFamily.values()), 1, family -> {});
  }

  @Test
  void nothingAfterTheLastDayDecides() {
    PurchaseDays days = cohort(FEW, 1).days();
    FamilyChoice whole = choice(days);
    FamilyChoice cut = choice(cohort(FEW, 1).until(LAST));
    assertEquals(whole.chosen().family(), cut.chosen().family());
    assertEquals(whole.chosen().logLoss(), cut.chosen().logLoss());
    Histories now = Histories.at(days, LAST);
    assertArrayEquals(
        whole.chosen().buys(days, now, AHEAD, 1), cut.chosen().buys(days, now, AHEAD, 1));
  }

  @Test
  void theWinnerBeatsRecencyOnDaysThatNobodySaw() {
    PurchaseDays days = shop(2);
    FamilyChoice choice = choice(days);
    assertEquals(PurchaseFamily.values().length, choice.families().size());
    CalibratedFamily chosen = choice.chosen();
    Histories now = Histories.at(days, LAST);
    double[] bought = PastAnswers.bought(days, now, AHEAD);
    double[] recency = PurchaseFamily.RECENCY.buys(days, now, AHEAD, 1);
    double[] buys = chosen.buys(days, now, AHEAD, 1);
    double gain = Ranking.auc(bought, buys) - Ranking.auc(bought, recency);
    assertTrue(gain > 0.005, "AUC gained " + gain);
    double ece = Probabilities.ece(bought, buys, 10);
    assertTrue(ece < 0.02, "ECE " + ece);
  }

  @Test
  void whoToldTooMuchIsCorrectedForwardInTime() {
    PurchaseDays days = shop(3);
    CalibratedFamily boosted = CalibratedFamily.of(PurchaseFamily.RECENCY, days, LAST, AHEAD, 1);
    assertTrue(
        Probabilities.ece(boosted.bought(), boosted.corrected(), 10)
            <= Probabilities.ece(boosted.bought(), boosted.told(), 10) + 0.005);
    assertEquals(1, boosted.correct(1), 0.2);
  }

  @Test
  void tooFewDaysLeaveTheFamilyAsItIs() {
    PurchaseDays days = shop(4);
    CalibratedFamily early = CalibratedFamily.of(PurchaseFamily.PARETO_NBD, days, 40, AHEAD, 1);
    assertEquals(CrossFit.Kind.NONE, early.kind());
    assertEquals(0, early.judged());
    assertEquals(0.3, early.correct(0.3));
  }

  @Test
  void theProfileScoreIsTheSumThatItsWeightsSay() {
    PurchaseDays days = shop(7);
    ProfileScore score = ProfileScore.learn(days, LAST, AHEAD);
    assertEquals(BehaviorFeatures.NAMES, List.copyOf(score.weights().keySet()));
    Histories now = Histories.at(days, LAST);
    double[][] features = BehaviorFeatures.of(days, now);
    double[] buys = score.buys(days, now);
    for (int i = 0; i < buys.length; i++) {
      assertEquals(buys[i], 1 / (1 + Math.exp(-score.score(features[i]))), 1e-9);
    }
    double[] bought = PastAnswers.bought(days, now, AHEAD);
    assertTrue(Ranking.auc(bought, buys) > 0.75, "AUC " + Ranking.auc(bought, buys));
  }

  @Test
  void everyThirdCustomerIsLeftWhereSomeAreTaken() {
    PurchaseDays days = shop(5);
    PurchaseDays some = days.some(1_000);
    assertEquals(1_000, some.customers());
    for (int c = 0; c < 1_000; c++) {
      assertEquals(days.purchases(3 * c, -1, LAST), some.purchases(c, -1, LAST));
      assertEquals(days.spent(3 * c, -1, LAST), some.spent(c, -1, LAST));
    }
  }

  @Test
  void signsAreSharesOfThoseAlike() {
    PurchaseDays days = shop(6);
    BuyingSigns signs = BuyingSigns.of(days, LAST, AHEAD);
    double[][] features = BehaviorFeatures.of(days, Histories.at(days, LAST));
    for (double[] row : features) {
      List<BuyingSigns.Sign> three = signs.of(row, 3);
      assertTrue(three.size() <= 3 && !three.isEmpty());
      three.forEach(sign -> assertTrue(sign.share() > 0 && sign.share() < 1));
    }
    double[] lately = {1, 300, 20, 15, 0.1, 2, 6, 12, 30, 200, 2};
    double[] longAgo = {340, 350, 1, Double.NaN, 340, 0, 0, 0, 30, 0, 0.1};
    assertTrue(signs.of(lately, 1).get(0).share() > signs.all());
    assertTrue(signs.of(longAgo, 1).get(0).share() < signs.all());
  }
}
