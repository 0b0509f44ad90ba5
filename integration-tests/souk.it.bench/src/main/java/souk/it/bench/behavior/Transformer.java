package souk.it.bench.behavior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import souk.customer.lib.behavior.tokens.EventTokens;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.SequenceTask.Goal;
import souk.learn.api.SequenceTask.Network;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;
import souk.learn.spi.SequenceLearner;

/** One Transformer over events: pre-trained by the next token, then asked or tuned. */
public final class Transformer {
  private static final int AT_ONCE = 512;
  private static final int HELD_OUT = 10;
  private static final int FEW = 400;

  /** About how many rows a tuning goes through, rows of several epochs counted each time. */
  private static final int LEARNED = 25_000;

  private final SequenceLearner learner;
  private final EventTokens tokens;
  private final Size size;

  /**
   * How large it is.
   *
   * @param hidden width of the layers
   * @param layers blocks of attention
   * @param heads of attention
   * @param epochs most of pre-training
   */
  public record Size(int hidden, int layers, int heads, int epochs) {}

  public Transformer(SequenceLearner learner, EventTokens tokens, Size size) {
    this.learner = learner;
    this.tokens = tokens;
    this.size = size;
  }

  private SequenceTask.Builder task(Goal goal, long seed) {
    return SequenceTask.builder(goal, Network.TRANSFORMER, seed)
        .option("hidden", size.hidden)
        .option("layers", size.layers)
        .option("heads", size.heads)
        .option("dropout", 0.1)
        .threads(2);
  }

  /**
   * Learns the next token from what is known at the end of a day; a tenth of the customers judge.
   */
  public LearnedModel pretrain(RetailEvents retail, int lastDay, int context, long seed) {
    List<int[][]> learned = new ArrayList<>();
    List<int[][]> judged = new ArrayList<>();
    for (int c = 0; c < retail.events().customers(); c++) {
      (c % HELD_OUT == 0 ? judged : learned).addAll(tokens.pieces(retail.events(), c, lastDay));
    }
    System.out.printf(
        "pre-training on %,d pieces, judged on %,d; vocabulary %s%n",
        learned.size(), judged.size(), Arrays.toString(tokens.vocabulary()));
    return learner.learn(
        SequenceTable.ofSteps(sequences(learned.toArray(int[][][]::new))),
        SequenceTable.ofSteps(sequences(judged.toArray(int[][][]::new))),
        task(Goal.NEXT, seed)
            .nextFields(List.of(EventTokens.PRODUCT, EventTokens.GAP, EventTokens.SIZE))
            .option("steps", context)
            .option("epochs", size.epochs)
            .option("batch", 128)
            .option("learningRate", 0.003)
            .option("patience", 3)
            .build(),
        (point, most) ->
            System.out.printf(
                Locale.ROOT,
                "  epoch %2d: loss %.4f, held-out customers %.4f, %.1f s%n",
                point.epoch(),
                point.loss(),
                point.validationLoss(),
                point.millis() / 1e3));
  }

  /** Days until silence can be the next token. */
  int daysToSilence(int[] step) {
    return tokens.daysToSilence(step);
  }

  private Sequences sequences(int[][][] rows) {
    return Sequences.ofTokens(rows, tokens.vocabulary());
  }

  /** Goes on from a model, or begins anew if there is none. */
  public LearnedModel tune(LabelledRows rows, List<LearnedModel> from, int context, long seed) {
    boolean judged = rows.size() >= FEW;
    SequenceTask.Builder task =
        task(Goal.BINARY, seed)
            .option("epochs", judged ? Math.max(2, Math.min(10, LEARNED / rows.size())) : 6)
            .option("patience", judged ? 2 : 0)
            .option("batch", judged ? 128 : 16)
            .option("learningRate", 0.001)
            .option("steps", context);
    from.forEach(task::from);
    SequenceTable table = SequenceTable.of(sequences(rows.tokens()), rows.bought());
    int[] all = IntStream.range(0, rows.size()).toArray();
    return learner.learn(
        table.rows(
            Arrays.stream(all).filter(r -> !judged || rows.customer()[r] % 5 != 0).toArray()),
        table.rows(Arrays.stream(all).filter(r -> judged && rows.customer()[r] % 5 == 0).toArray()),
        task.build(),
        TrainingWatch.none());
  }

  /** What a model answers, one row per sequence. */
  public double[][] ask(LearnedModel model, int[][][] rows, SequenceAnswer what) {
    double[][] answers = new double[rows.length][];
    for (int from = 0; from < rows.length; from += AT_ONCE) {
      int[][][] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + AT_ONCE));
      float[][] told = learner.predict(model, sequences(some), what);
      for (int i = 0; i < told.length; i++) {
        float[] one = told[i];
        answers[from + i] = IntStream.range(0, one.length).mapToDouble(c -> one[c]).toArray();
      }
    }
    return answers;
  }

  /** The first number of each answer. */
  public double[] scores(LearnedModel model, int[][][] rows) {
    return Arrays.stream(ask(model, rows, SequenceAnswer.SCORE)).mapToDouble(a -> a[0]).toArray();
  }
}
