package souk.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import souk.customer.lib.behavior.tokens.EventTokens;
import souk.it.bench.behavior.LabelShares;
import souk.it.bench.behavior.LabelledRows;
import souk.it.bench.behavior.NextItem;
import souk.it.bench.behavior.RetailEvents;
import souk.it.bench.behavior.TensorFlowHere;
import souk.it.bench.behavior.Transformer;
import souk.learn.api.LearnedModel;
import souk.numeric.lib.metrics.Bootstrap;
import souk.numeric.lib.metrics.Interval;

/**
 * What a Transformer that was pre-trained once on a retailer's own events brings with 1, 5, 25 and
 * 100 % of the labels, beside boosted trees, a linear model and recency. Pre-training ends with the
 * earliest day on which customers are judged. Options: {@code --customers}, {@code --epochs} of
 * pre-training, {@code --draws} of labelled customers, {@code --repeats} of the bootstrap, {@code
 * --seed}, {@code --task buys30|churn90} for one alone, {@code --natives}.
 */
final class BehaviorBench {
  private static final int MONTH = 30;
  private static final int QUARTER = 90;
  private static final int[] PERCENT = {1, 5, 25, 100};
  private static final EventTokens.Form FORM = new EventTokens.Form(400, 8, 3, 32);

  private BehaviorBench() {}

  static Result run(Arguments options) throws Exception {
    long begin = System.nanoTime();
    int seed = options.number("seed", 1);
    RetailEvents retail =
        RetailEvents.read(
            Path.of(System.getProperty("souk.root", "."))
                .resolve("distribution/souk.distribution/src/main/dist/demo/online_retail.csv.gz"),
            options.number("customers", Integer.MAX_VALUE));
    int known = RetailEvents.END - QUARTER;
    EventTokens tokens = EventTokens.fit(retail.events(), known, FORM);
    Transformer transformer =
        new Transformer(
            TensorFlowHere.learner(natives(options), Files.createTempDirectory("souk-behavior")),
            tokens,
            new Transformer.Size(32, 2, 4, options.number("epochs", 25)));
    LearnedModel pretrained = transformer.pretrain(retail, known, FORM.context(), seed);
    Bootstrap bootstrap = new Bootstrap(options.number("repeats", 300), 0.95, seed);
    Result result =
        new Result("behavior")
            .with("customers", retail.events().customers())
            .with("pretrainLoss", pretrained.facts().getOrDefault("validationLoss", Double.NaN), 4)
            .with("pretrainSeconds", (System.nanoTime() - begin) / 1e9, 1);
    int draws = options.number("draws", 2);
    Map<String, Integer> tasks = new LinkedHashMap<>();
    tasks.put("buys30", MONTH);
    tasks.put("churn90", QUARTER);
    tasks.keySet().removeIf(task -> !options.text("task", task).equals(task));
    for (Map.Entry<String, Integer> task : tasks.entrySet()) {
      int ahead = task.getValue();
      int origin = RetailEvents.END - ahead;
      LabelledRows labelled = LabelledRows.before(retail, tokens, origin, ahead);
      LabelledRows asked = LabelledRows.of(retail, tokens, new int[] {origin}, ahead);
      System.out.printf(
          "%s: %,d labelled rows of %,d customers; %,d are asked about%n",
          task.getKey(), labelled.size(), labelled.customers(), asked.size());
      LabelShares shares =
          new LabelShares(
              transformer, pretrained, labelled, asked, FORM.context(), ahead, bootstrap);
      for (int percent : PERCENT) {
        cells(result, task.getKey() + "-" + percent, shares.judge(percent / 100.0, draws, true));
      }
      shuffled(result, task.getKey(), shares.shuffled(0.25, seed));
    }
    new NextItem(retail.events(), known, MONTH)
        .judge(transformer, pretrained, tokens, bootstrap)
        .forEach((way, share) -> result.with("next-" + way.replace(' ', '-'), share.value(), 4));
    return result.with("seconds", (System.nanoTime() - begin) / 1e9, 1);
  }

  private static Path natives(Arguments options) {
    Path folder =
        Path.of(
            options.text(
                "natives",
                Path.of(System.getProperty("souk.root", "."))
                    .resolve("bundles/souk.wrap.tensorflow/target/natives/tensorflow")
                    .toString()));
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "TensorFlow's native library is not in %s.%nMaybe this is not Linux on x86-64; name its folder by --natives."
              .formatted(folder));
    }
    return folder;
  }

  private static void cells(Result result, String name, Map<String, LabelShares.Cell> cells) {
    cells.forEach((way, cell) -> result.with(name + "-" + way, cell.auc().value(), 4));
    for (String way : new String[] {"embedding", "both", "tuned"}) {
      LabelShares.Cell cell = cells.get(way);
      if (cell != null) {
        result.with(name + "-" + way + "-overTreesLow", cell.overTrees().low(), 4);
        result.with(name + "-" + way + "-overLinearLow", cell.overLinear().low(), 4);
        result.with(name + "-" + way + "-overLinearHigh", cell.overLinear().high(), 4);
      }
    }
  }

  private static void shuffled(Result result, String task, Map<String, Interval> skill) {
    skill.forEach(
        (way, gain) -> {
          System.out.printf(
              "%-10s labels dealt out anew: skill in log loss %s%n", way, LabelShares.told(gain));
          result.require(
              gain.low() <= 0, task + ": labels dealt out anew leave no skill to " + way);
        });
  }
}
