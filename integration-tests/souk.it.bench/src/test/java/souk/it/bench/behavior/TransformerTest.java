package souk.it.bench.behavior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.customer.lib.behavior.tokens.EventHistory;
import souk.customer.lib.behavior.tokens.EventTokens;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.learn.api.LearnedModel;
import souk.numeric.lib.metrics.Probabilities;
import souk.numeric.lib.metrics.Ranking;

/** A shop in which only the order of two purchases says who comes back. */
class TransformerTest {
  private static final int CUSTOMERS = 900;
  private static final int TODAY = 60;
  private static final int AHEAD = 30;

  /** First 0 and then 1 comes back, first 1 and then 0 does not; nothing else differs. */
  private static RetailEvents shop() {
    SplittableRandom random = new SplittableRandom(4);
    int lines = 3 * CUSTOMERS;
    int[] customer = new int[lines];
    int[] day = new int[lines];
    int[] product = new int[lines];
    for (int c = 0; c < CUSTOMERS; c++) {
      boolean back = random.nextBoolean();
      int[] days = {random.nextInt(20), 25 + random.nextInt(30), TODAY + 1 + random.nextInt(AHEAD)};
      for (int k = 0; k < 3; k++) {
        int line = 3 * c + k;
        customer[line] = c;
        day[line] = k == 2 && !back ? days[1] : days[k];
        product[line] = k == 2 ? 2 : k == (back ? 0 : 1) ? 0 : 1;
      }
    }
    int[] kept = IntStream.range(0, lines).filter(l -> l % 3 < 2 || day[l] > TODAY).toArray();
    int[] customers = take(customer, kept);
    int[] days = take(day, kept);
    double[] ones = new double[kept.length];
    Arrays.fill(ones, 1);
    EventHistory events =
        EventHistory.of(
            CUSTOMERS,
            3,
            1,
            new EventHistory.Columns(
                customers, days, kept, take(product, kept), new int[kept.length], ones, ones));
    return new RetailEvents(events, PurchaseDays.of(CUSTOMERS, customers, days, ones));
  }

  private static int[] take(int[] values, int[] rows) {
    return Arrays.stream(rows).map(r -> values[r]).toArray();
  }

  @Tag("slow")
  @Test
  void seesWhatOnlyTheOrderReveals(@TempDir Path folder) {
    Path natives = Path.of("..", "..", "bundles/souk.wrap.tensorflow/target/natives/tensorflow");
    assumeTrue(Files.isDirectory(natives), "no native library in " + natives);
    RetailEvents retail = shop();
    EventTokens tokens =
        EventTokens.fit(retail.events(), TODAY, new EventTokens.Form(10, 4, 2, 16));
    Transformer transformer =
        new Transformer(
            TensorFlowHere.learner(natives.toAbsolutePath().normalize(), folder),
            tokens,
            new Transformer.Size(16, 1, 2, 4));
    LabelledRows all = LabelledRows.of(retail, tokens, new int[] {TODAY}, AHEAD);
    assertEquals(CUSTOMERS, all.size());
    LabelledRows learned = all.rows(IntStream.range(0, 600).toArray());
    LabelledRows asked = all.rows(IntStream.range(600, CUSTOMERS).toArray());
    LearnedModel pretrained = transformer.pretrain(retail, TODAY, 16, 1);
    double[] tuned =
        transformer.scores(transformer.tune(learned, List.of(pretrained), 16, 1), asked.tokens());
    double[] trees = Heads.trees(learned.features(), learned.bought(), asked.features(), 1);
    assertTrue(Ranking.auc(asked.bought(), tuned) > 0.9, "by the order of the purchases");
    assertEquals(0.5, Ranking.auc(asked.bought(), trees), 0.12, "figures do not tell");
    LearnedModel dealtOut = transformer.tune(learned.shuffled(2), List.of(pretrained), 16, 1);
    double[] constant = new double[asked.size()];
    Arrays.fill(constant, 0.5);
    assertTrue(
        Probabilities.logLoss(asked.bought(), transformer.scores(dealtOut, asked.tokens()))
            > Probabilities.logLoss(asked.bought(), constant) - 0.02,
        "labels that are dealt out anew teach nothing");
  }
}
