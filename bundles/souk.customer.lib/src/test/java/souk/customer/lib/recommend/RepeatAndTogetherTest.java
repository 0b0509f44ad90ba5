package souk.customer.lib.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.customer.lib.TestLogs;
import souk.model.PurchaseLog;
import souk.testkit.OnlineRetail;

class RepeatAndTogetherTest {
  private static final RecommendOptions OPTIONS = RecommendOptions.defaults();

  @Test
  void explainsRepeatTogetherAndPopular() {
    double[] popularity = {4, 4, 4, 1};
    int[][] neighbours = {{1}, {0}, {}, {}};
    float[][] similarities = {{0.5f}, {0.5f}, {}, {}};
    RepeatAndTogether model = new RepeatAndTogether(popularity, neighbours, similarities, 1, 0.5);
    Recommended[] list = model.best(new int[] {0}, new float[] {1}, new int[0], 4);
    assertArrayEquals(
        new Recommended[] {
          new Recommended(0, 2, Recommended.Why.BOUGHT_BEFORE, 0),
          new Recommended(1, 1, Recommended.Why.BOUGHT_TOGETHER, 0),
          new Recommended(2, 0, Recommended.Why.POPULAR, -1),
          new Recommended(3, 0, Recommended.Why.POPULAR, -1)
        },
        list);
  }

  @Test
  void leavesOutTheBasketAndRecommendsBesideIt() {
    double[] popularity = {4, 4, 4, 0};
    int[][] neighbours = {{1, 3}, {0}, {}, {0}};
    float[][] similarities = {{0.5f, 0.4f}, {0.5f}, {}, {0.4f}};
    RepeatAndTogether model = new RepeatAndTogether(popularity, neighbours, similarities, 1, 0.5);
    Recommended[] list = model.best(new int[] {0}, new float[] {3}, new int[] {0}, 4);
    assertArrayEquals(new int[] {1, 2}, Arrays.stream(list).mapToInt(Recommended::item).toArray());
  }

  /** Every customer belongs to one of five tastes of ten articles; popularity cannot see it. */
  @Test
  void findsPlantedTastesThatPopularityMisses() {
    Random random = new Random(6);
    TestLogs rows = new TestLogs();
    for (int order = 0; order < 6000; order++) {
      int customer = random.nextInt(300);
      int taste = customer % 5;
      int sku = random.nextDouble() < 0.9 ? taste * 10 + random.nextInt(10) : random.nextInt(50);
      rows.line(customer, order, sku, random.nextInt(120), 100);
    }
    PurchaseLog log = rows.log(300, 50);
    RankingMeasures popular = popularity(log, 90, 120);
    RankingMeasures model = model(log, 90, 120);
    assertTrue(model.ndcgAt10() > 2 * popular.ndcgAt10(), model + " against " + popular);
    assertTrue(model.recallAt20() > 1.5 * popular.recallAt20(), model + " against " + popular);
  }

  /** Options were chosen on earlier months; the month measured here was left out. */
  @Tag("slow")
  @Test
  void beatsPopularityOnTheLastMonthOfOnlineRetail() throws IOException {
    PurchaseLog log = OnlineRetail.logOrSkip();
    int until = log.epochDay(log.rows() - 1) + 1;
    RankingMeasures popular = popularity(log, until - 30, until);
    RankingMeasures model = model(log, until - 30, until);
    System.out.printf(
        "RESULT recommend customers=%d ndcgAt10=%.4f recallAt20=%.4f popularNdcgAt10=%.4f"
            + " popularRecallAt20=%.4f%n",
        model.customers(),
        model.ndcgAt10(),
        model.recallAt20(),
        popular.ndcgAt10(),
        popular.recallAt20());
    assertTrue(model.customers() > 1000);
    assertTrue(model.ndcgAt10() > 1.5 * popular.ndcgAt10());
    assertTrue(model.recallAt20() > 1.5 * popular.recallAt20());
  }

  @Test
  void measuresAPerfectAndAUselessList() {
    PurchaseLog log = new TestLogs().line(0, 0, 0, 1, 1).line(0, 1, 1, 20, 1).log(1, 30);
    PurchaseIndex history = PurchaseIndex.of(log, 10, 30);
    assertEquals(
        new RankingMeasures(1, 1, 1),
        RankingMeasures.of(history, log, 30, c -> new int[] {1, 2, 3}));
    assertEquals(
        new RankingMeasures(1, 0, 0), RankingMeasures.of(history, log, 30, c -> new int[] {2, 3}));
    assertEquals(
        Math.log(2) / Math.log(3),
        RankingMeasures.of(history, log, 30, c -> new int[] {2, 1}).ndcgAt10(),
        1e-12);
  }

  private static RankingMeasures popularity(PurchaseLog log, int split, int until) {
    PurchaseIndex index = PurchaseIndex.of(log, split, OPTIONS.popularityHalfLifeDays());
    RepeatAndTogether model =
        new RepeatAndTogether(
            index.popularity(), new int[index.items()][0], new float[index.items()][0], 0, 0);
    int[] list = items(model.best(new int[0], new float[0], new int[0], 20));
    return RankingMeasures.of(index, log, until, c -> list);
  }

  private static RankingMeasures model(PurchaseLog log, int split, int until) {
    PurchaseIndex index = PurchaseIndex.of(log, split, OPTIONS.halfLifeDays());
    ItemToItem together = ItemToItem.of(index, OPTIONS.neighbours(), OPTIONS.shrinkage());
    double[] popularity =
        PurchaseIndex.of(log, split, OPTIONS.popularityHalfLifeDays()).popularity();
    RepeatAndTogether model =
        new RepeatAndTogether(
            popularity,
            together.neighbours(),
            together.similarities(),
            OPTIONS.repeatWeight(),
            OPTIONS.popularityExponent());
    return RankingMeasures.of(
        index,
        log,
        until,
        c ->
            items(
                model.best(
                    index.itemsLatestFirst(c), index.weightsLatestFirst(c), new int[0], 20)));
  }

  private static int[] items(Recommended[] list) {
    return Arrays.stream(list).mapToInt(Recommended::item).toArray();
  }
}
