package souk.learn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Progress;
import souk.learn.api.DataFrame;
import souk.learn.api.LearnedModel;
import souk.learn.api.TunedModel;
import souk.learn.api.TuningPlan;
import souk.learn.api.TuningPlan.Question;
import souk.learn.api.TuningReport;
import souk.learn.spi.TabularLearner;
import souk.model.Reason;
import souk.testkit.Configured;
import souk.testkit.DirectRouter;
import souk.testkit.SerialJobs;

class TableTuningTest {
  private static final int ROWS = 1_200;

  private static TableTuning tuning() {
    return new TableTuning(
        new DirectRouter()
            .add(
                TabularLearner.class,
                "boosted-trees",
                new BoostedTables(Configured.of(BoostedTables.Config.class, Map.of("trees", 60))))
            .add(
                TabularLearner.class,
                "plain-linear",
                new PlainLinear(Configured.of(PlainLinear.Config.class, Map.of()))),
        new SerialJobs(),
        Configured.of(TableTuning.Config.class, Map.of()));
  }

  /** Visits with a planted chance to buy, and columns that must not help. */
  private static DataFrame.Builder visits(int rows, long seed, boolean withTarget) {
    Random random = new Random(seed);
    double[] pages = new double[rows];
    double[] number = new double[rows];
    double[] constant = new double[rows];
    double[] amount = new double[rows];
    List<String> channel = new ArrayList<>();
    List<String> key = new ArrayList<>();
    List<String> bought = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      pages[r] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(20);
      channel.add(List.of("shop", "app", "", "mail").get(random.nextInt(4)));
      double score =
          (Double.isNaN(pages[r]) ? -1 : 0.3 * pages[r] - 3)
              + (channel.get(r).equals("app") ? 2 : 0);
      bought.add(random.nextDouble() < 1 / (1 + Math.exp(-score)) ? "yes" : "no");
      amount[r] = 100 + 20 * score + random.nextGaussian();
      number[r] = r;
      constant[r] = 7;
      key.add("visit-" + seed + "-" + r);
    }
    DataFrame.Builder table =
        DataFrame.builder(rows)
            .figures("pages", pages)
            .figures("number", number)
            .figures("constant", constant)
            .texts("channel", channel)
            .texts("key", key);
    return withTarget ? table.texts("bought", bought).figures("amount", amount) : table;
  }

  private static TuningPlan.Builder classify() {
    return TuningPlan.builder("bought", Question.CLASSIFY).ignored(Set.of("amount"));
  }

  private static Set<String> codes(TuningReport report) {
    return Set.copyOf(report.notes().stream().map(Reason::code).toList());
  }

  @Test
  void findsWhoBuysAndSaysHowWell() {
    TunedModel tuned =
        tuning()
            .tune(
                visits(ROWS, 1, true).build(),
                classify().positive(Optional.of("yes")).build(),
                Progress.none());
    TuningReport report = tuned.report();
    TuningReport.Figure auc = report.metrics().get("auc");
    assertTrue(auc.low() < auc.value() && auc.value() < auc.high() && auc.value() > 0.8);
    assertTrue(report.metrics().get("ece").value() < 0.06);
    assertEquals(
        Set.of("learn.column-constant", "learn.column-key", "learn.column-running-number"),
        codes(report));
    assertEquals(2, report.importance().size());
    assertEquals("pages", report.importance().get(0).column());
    assertEquals(5, report.candidates().size());
    assertEquals(ROWS, report.calibration().stream().mapToInt(bin -> bin.rows()).sum());
    assertEquals(10, report.deciles().stream().mapToDouble(d -> d).sum(), 1e-9);
    double[] answers = tuning().predict(tuned.model(), visits(300, 9, false).build());
    DataFrame truth = visits(300, 9, true).build();
    double right = 0;
    for (int r = 0; r < 300; r++) {
      assertTrue(answers[r] >= 0 && answers[r] <= 1);
      right +=
          (answers[r] > 0.5) == truth.texts("bought").orElseThrow().get(r).equals("yes") ? 1 : 0;
    }
    assertTrue(right / 300 > 0.7, "right in " + right);
  }

  @Test
  void sameSeedSameAnswerAndModelsAreValues() {
    DataFrame table = visits(ROWS, 1, true).build();
    TunedModel first = tuning().tune(table, classify().build(), Progress.none());
    TunedModel second = tuning().tune(table, classify().build(), Progress.none());
    assertEquals(first.report().metrics(), second.report().metrics());
    assertArrayEquals(first.model().state(), second.model().state());
    assertEquals("bought", first.model().lineage().get("target"));
    DataFrame rows = visits(20, 4, false).build();
    assertArrayEquals(
        tuning().predict(first.model(), rows), tuning().predict(second.model(), rows));
    LearnedModel foreign = new LearnedModel("else", "1", List.of(), Map.of(), new byte[40]);
    assertThrows(IllegalArgumentException.class, () -> tuning().predict(foreign, rows));
  }

  @Test
  void learnsFigures() {
    TunedModel tuned =
        tuning()
            .tune(
                visits(ROWS, 1, true).build(),
                TuningPlan.builder("amount", Question.REGRESS).ignored(Set.of("bought")).build(),
                Progress.none());
    assertTrue(tuned.report().metrics().get("r2").value() > 0.9);
    assertTrue(tuned.report().calibration().isEmpty());
    assertEquals(Optional.empty(), tuned.report().positive());
  }

  /** Labels that were drawn anew: no skill may be seen, also not by the choice among learners. */
  @Test
  void shuffledLabelsHaveNoSkill() {
    Random random = new Random(3);
    List<String> coin = new ArrayList<>();
    for (int r = 0; r < ROWS; r++) {
      coin.add(random.nextBoolean() ? "a" : "b");
    }
    DataFrame table = visits(ROWS, 1, false).texts("coin", coin).build();
    TuningReport report =
        tuning()
            .tune(table, TuningPlan.builder("coin", Question.CLASSIFY).build(), Progress.none())
            .report();
    TuningReport.Figure auc = report.metrics().get("auc");
    assertTrue(auc.low() < 0.51 && auc.value() < 0.55, auc.toString());
  }

  /** What is judged is later: a relation that turns around is not learned beforehand. */
  @Test
  void forwardInTimeKnowsNothingOfTheFuture() {
    Random random = new Random(3);
    double[] x = new double[ROWS];
    double[] day = new double[ROWS];
    List<String> kind = new ArrayList<>();
    for (int r = 0; r < ROWS; r++) {
      day[r] = random.nextInt(60);
      x[r] = random.nextGaussian();
      boolean turned = day[r] >= 40;
      kind.add((x[r] > 0) == turned ? "no" : "yes");
    }
    DataFrame table =
        DataFrame.builder(ROWS).figures("x", x).figures("day", day).texts("kind", kind).build();
    TuningPlan.Builder plan = TuningPlan.builder("kind", Question.CLASSIFY).folds(2);
    double forward = auc(table, plan.time(Optional.of("day")).build());
    assertTrue(forward < 0.75, "AUC " + forward);
  }

  private static double auc(DataFrame table, TuningPlan plan) {
    return tuning().tune(table, plan, Progress.none()).report().metrics().get("auc").value();
  }

  @Test
  void aColumnThatTellsAllIsNamed() {
    DataFrame whole = visits(ROWS, 1, true).build();
    DataFrame table =
        visits(ROWS, 1, true)
            .texts(
                "refund",
                whole.texts("bought").orElseThrow().stream()
                    .map(b -> b.equals("yes") ? "maybe" : "never")
                    .toList())
            .build();
    TuningReport report = tuning().tune(table, classify().build(), Progress.none()).report();
    assertTrue(codes(report).contains("learn.column-tells-all"), report.notes().toString());
  }

  @Test
  void whatCannotBeLearnedIsRefusedWithTheReason() {
    DataFrame table = visits(100, 1, true).build();
    refused(table, TuningPlan.builder("gone", Question.CLASSIFY), "no column gone");
    refused(table, TuningPlan.builder("constant", Question.CLASSIFY), "is 7 in all rows");
    refused(table, TuningPlan.builder("constant", Question.REGRESS), "nothing to learn");
    refused(table, TuningPlan.builder("bought", Question.REGRESS), "holds texts");
    refused(table, TuningPlan.builder("pages", Question.CLASSIFY), "kinds");
    refused(table, classify().positive(Optional.of("often")), "is never often");
    refused(table, classify().learners(List.of("crystal-ball")), "no learner crystal-ball");
    refused(table, classify().ignored(Set.of("pags")), "pags");
    refused(table, classify().time(Optional.of("channel")), "does not tell the time");
    refused(visits(12, 1, true).build(), classify(), "at least 20");
    refused(
        DataFrame.builder(30).figures("same", new double[30]).texts("t", alternating(30)).build(),
        TuningPlan.builder("t", Question.CLASSIFY),
        "can be learned from");
  }

  private static List<String> alternating(int rows) {
    List<String> texts = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      texts.add(r % 2 == 0 ? "a" : "b");
    }
    return texts;
  }

  private static void refused(DataFrame table, TuningPlan.Builder plan, String reason) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> tuning().tune(table, plan.build(), Progress.none()))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }
}
