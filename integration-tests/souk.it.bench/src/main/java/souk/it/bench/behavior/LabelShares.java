package souk.it.bench.behavior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.customer.lib.behavior.tokens.EventTokens;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.numeric.lib.metrics.Bootstrap;
import souk.numeric.lib.metrics.Interval;
import souk.numeric.lib.metrics.Probabilities;
import souk.numeric.lib.metrics.Ranking;

/**
 * One question at several shares of the labels: what each way answers for customers of a later day,
 * beside boosted trees and recency. Intervals are over the customers who are asked about, the same
 * ones for all ways; shares below one are drawn several times and each figure is the mean.
 */
public final class LabelShares {
  private static final String TREES = "trees";
  private static final int HUNDRED = 100;

  private final Transformer transformer;
  private final LearnedModel pretrained;
  private final LabelledRows labelled;
  private final LabelledRows asked;
  private final int context;
  private final int ahead;
  private final Bootstrap bootstrap;
  private final double[][] learnedEmbedding;
  private final double[][] askedEmbedding;

  public LabelShares(
      Transformer transformer,
      LearnedModel pretrained,
      LabelledRows labelled,
      LabelledRows asked,
      int context,
      int ahead,
      Bootstrap bootstrap) {
    this.transformer = transformer;
    this.pretrained = pretrained;
    this.labelled = labelled;
    this.asked = asked;
    this.context = context;
    this.ahead = ahead;
    this.bootstrap = bootstrap;
    this.learnedEmbedding =
        transformer.ask(pretrained, labelled.tokens(), SequenceAnswer.EMBEDDING);
    this.askedEmbedding = transformer.ask(pretrained, asked.tokens(), SequenceAnswer.EMBEDDING);
  }

  /**
   * A way at one share.
   *
   * @param auc area under the ROC curve
   * @param overTrees the same less that of boosted trees
   * @param overLinear the same less that of a linear model of the same figures
   * @param overRecency the same less that of the days since the last purchase
   * @param logLoss mean; NaN if there are no probabilities
   */
  public record Cell(
      Interval auc,
      Interval overTrees,
      Interval overLinear,
      Interval overRecency,
      double logLoss) {}

  /** What needs no label. */
  Map<String, double[]> unlabelled() {
    Map<String, double[]> scores = new LinkedHashMap<>();
    scores.put("recency", Arrays.stream(asked.features()).mapToDouble(row -> -row[0]).toArray());
    double[][] next = transformer.ask(pretrained, asked.tokens(), SequenceAnswer.NEXT);
    double[] buys = new double[asked.size()];
    // As if purchases came at one rate until the next token of silence.
    Arrays.setAll(
        buys,
        r -> {
          int[][] steps = asked.tokens()[r];
          double spans = (double) ahead / transformer.daysToSilence(steps[steps.length - 1]);
          return 1 - StrictMath.pow(next[r][EventTokens.SILENCE], spans);
        });
    scores.put("nextToken", buys);
    return scores;
  }

  /** All ways from the labels of a share of the customers. */
  private Map<String, double[]> learn(LabelledRows all, double share, long seed, boolean anew) {
    int[] which = all.drawn(share, seed);
    LabelledRows rows = all.rows(which);
    double[][] embedding =
        Arrays.stream(which).mapToObj(r -> learnedEmbedding[r]).toArray(double[][]::new);
    double[] bought = rows.bought();
    Map<String, double[]> scores = new LinkedHashMap<>();
    scores.put(TREES, Heads.trees(rows.features(), bought, asked.features(), seed));
    scores.put("smallTrees", Heads.smallTrees(rows.features(), bought, asked.features(), seed));
    scores.put(
        "linear",
        Heads.linear(
            Heads.logarithms(rows.features()), bought, Heads.logarithms(asked.features())));
    scores.put("embedding", Heads.linear(embedding, bought, askedEmbedding));
    scores.put(
        "both",
        Heads.linear(
            Heads.beside(Heads.logarithms(rows.features()), embedding),
            bought,
            Heads.beside(Heads.logarithms(asked.features()), askedEmbedding)));
    scores.put(
        "tuned",
        transformer.scores(
            transformer.tune(rows, List.of(pretrained), context, seed), asked.tokens()));
    if (anew) {
      scores.put(
          "anew",
          transformer.scores(transformer.tune(rows, List.of(), context, seed), asked.tokens()));
    }
    return scores;
  }

  /**
   * From labels that were dealt out anew: what is told more than by the share of buyers alone,
   * which is taken from those who are asked about: no constant does better, and a season that buys
   * more gives nothing away.
   *
   * @return log loss of the share less that of the way, over the customers asked about
   */
  public Map<String, Interval> shuffled(double share, long seed) {
    double usual = Arrays.stream(asked.bought()).average().orElse(0.5);
    double[] constant = new double[asked.size()];
    Arrays.fill(constant, usual);
    Map<String, Interval> skill = new LinkedHashMap<>();
    learn(labelled.shuffled(seed), share, seed, false)
        .forEach(
            (way, scores) ->
                skill.put(
                    way,
                    bootstrap.difference(
                        Probabilities::logLoss, asked.bought(), constant, scores)));
    return skill;
  }

  /** One line per way. */
  public Map<String, Cell> judge(double share, int draws, boolean anew) {
    Map<String, List<double[]>> answers = new LinkedHashMap<>();
    unlabelled().forEach((way, scores) -> answers.put(way, List.of(scores)));
    int repeats = share < 1 ? draws : 1;
    for (int d = 0; d < repeats; d++) {
      learn(labelled, share, d + 1, anew)
          .forEach((way, s) -> answers.computeIfAbsent(way, w -> new ArrayList<>()).add(s));
    }
    Map<String, double[]> courses = new LinkedHashMap<>();
    answers.forEach((way, scores) -> courses.put(way, course(scores)));
    double[] trees = courses.getOrDefault(TREES, new double[0]);
    double[] linear = courses.getOrDefault("linear", new double[0]);
    double[] recency = courses.getOrDefault("recency", new double[0]);
    Map<String, Cell> cells = new LinkedHashMap<>();
    courses.forEach(
        (way, course) ->
            cells.put(
                way,
                new Cell(
                    less(course, new double[course.length]),
                    less(course, trees),
                    less(course, linear),
                    less(course, recency),
                    way.equals("recency")
                        ? Double.NaN
                        : answers.getOrDefault(way, List.of()).stream()
                            .mapToDouble(s -> Probabilities.logLoss(asked.bought(), s))
                            .average()
                            .orElse(Double.NaN))));
    System.out.printf(
        Locale.ROOT,
        "%.0f %% of the labels, %d draws%n%-10s %-24s  %-24s  %-24s  %-24s  %s%n",
        HUNDRED * share,
        repeats,
        "",
        "AUC",
        "less boosted trees",
        "less linear",
        "less recency",
        "log loss");
    cells.forEach(
        (way, cell) ->
            System.out.printf(
                Locale.ROOT,
                "%-10s %s  %s  %s  %s  %7.4f%n",
                way,
                told(cell.auc),
                told(cell.overTrees),
                told(cell.overLinear),
                told(cell.overRecency),
                cell.logLoss));
    return cells;
  }

  public static String told(Interval interval) {
    return String.format(
        Locale.ROOT, "%7.4f [%7.4f, %7.4f]", interval.value(), interval.low(), interval.high());
  }

  /** The mean area of some answers for each draw of customers, and last for all of them. */
  private double[] course(List<double[]> scores) {
    List<Double> course = new ArrayList<>();
    figure(
        rows -> {
          course.add(auc(scores, rows));
          return course.get(course.size() - 1);
        });
    return course.stream().mapToDouble(auc -> auc).toArray();
  }

  /** The same draws of customers come again, so two courses are compared draw by draw. */
  private Interval less(double[] course, double[] other) {
    int[] at = {0};
    return figure(rows -> course[at[0]] - other[at[0]++]);
  }

  private Interval figure(Bootstrap.Figure figure) {
    return bootstrap.of(
        figure, asked.size(), Arrays.stream(asked.bought()).mapToInt(b -> (int) b).toArray());
  }

  private double auc(List<double[]> draws, int[] rows) {
    double[] bought = new double[rows.length];
    double[] score = new double[rows.length];
    double sum = 0;
    for (double[] scores : draws) {
      for (int i = 0; i < rows.length; i++) {
        bought[i] = asked.bought()[rows[i]];
        score[i] = scores[rows[i]];
      }
      sum += Ranking.auc(bought, score);
    }
    return sum / draws.size();
  }
}
