package souk.cli;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import souk.customer.lib.uplift.Nuisance;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.choice.Placebo;
import souk.customer.lib.uplift.measure.Estimate;
import souk.customer.lib.uplift.measure.PolicyValue;
import souk.customer.lib.uplift.measure.Qini;
import souk.customer.lib.uplift.measure.Quadrant;
import souk.customer.lib.uplift.measure.Randomness;

/** What the verb tells about a trial. */
final class UpliftText {
  private static final double[] SHARES = {0.1, 0.2, 0.3, 0.5, 0.7};

  private final PrintStream out;
  private final UpliftTable table;
  private final Trial trial;
  private final String outcome;

  UpliftText(PrintStream out, UpliftTable table, String outcome) {
    this.out = out;
    this.table = table;
    this.trial = table.trial();
    this.outcome = outcome;
  }

  void begin() {
    say(
        "%,d rows, %,d treated (%.1f %%); %d columns: %s",
        trial.size(),
        trial.treatedRows(),
        100.0 * trial.treatedRows() / trial.size(),
        table.columns().size(),
        String.join(", ", table.columns()));
    if (table.rowsLeftOut() > 0) {
      say("left out: %,d rows of other treatments", table.rowsLeftOut());
    }
    table.columnsLeftOut().forEach((name, reason) -> say("left out: column %s (%s)", name, reason));
    Randomness randomness = table.randomness();
    Estimate auc = randomness.auc();
    if (randomness.suspicious()) {
      System.err.printf(
          Locale.ROOT,
          "souk: Warning: the columns tell who was treated (AUC %s): this was no random trial.%n"
              + "Every row now counts by its estimated chance of treatment; what no column holds may"
              + " still deceive. Maybe a column was filled after the treatment: --ignore it.%n",
          interval(auc, 3));
    } else {
      say("the columns do not tell who was treated: AUC %s", interval(auc, 3));
    }
  }

  void learners(UpliftRun run) {
    Qini chosen = run.chosenFigures();
    say("average effect on %s: %s", outcome, interval(chosen.effect(), 4));
    say("");
    say("%-30s %-28s %-30s %s", "learner (rows not seen)", "Qini coefficient", "area", "AUUC");
    IntStream.range(0, run.learners().size())
        .boxed()
        .sorted((a, b) -> Double.compare(area(run, b), area(run, a)))
        .forEach(i -> line(run.learners().get(i).id(), run.figures(i)));
    line("the best of other parts", chosen);
    say(
        "intervals: 95 %%, bootstrap; the last line is what choosing is worth (%s)",
        String.join(", ", run.choices()));
  }

  private static double area(UpliftRun run, int learner) {
    return run.figures(learner).area().value();
  }

  private void line(String name, Qini qini) {
    say(
        "%-30s %-28s %-30s %s",
        name,
        Double.isNaN(qini.coefficient().value()) ? "-" : interval(qini.coefficient(), 4),
        interval(qini.area(), 5),
        interval(qini.auuc(), 5));
  }

  void policies(UpliftRun run, double cost) {
    Nuisance expected = run.expected();
    double[] rank = run.chosen().rank();
    say("");
    say("%-30s %8s   %-28s %s", "treat", "share", "per row over treating nobody", "over everybody");
    policy("everybody", PolicyValue.best(rank, 1), expected, cost);
    for (double share : SHARES) {
      policy(
          "the best " + Math.round(100 * share) + " %",
          PolicyValue.best(rank, share),
          expected,
          cost);
    }
    policy(
        "those whose uplift pays", PolicyValue.above(run.chosen().uplift(), cost), expected, cost);
  }

  private void policy(String name, boolean[] treat, Nuisance expected, double cost) {
    PolicyValue value = PolicyValue.of(trial, expected, treat, cost);
    say(
        "%-30s %6.1f %%   %-28s %s",
        name,
        100 * value.treatedShare(),
        interval(value.overNobody(), 5),
        interval(value.overEverybody(), 5));
  }

  /** How many of each kind, and the effect that was seen among them. */
  void quadrants(UpliftRun run, double cost) {
    Nuisance expected = run.expected();
    double[] uplift = run.chosen().uplift();
    double effect = run.chosenFigures().effect().value();
    double least = Math.max(cost, Math.abs(effect) / 2);
    double usual = 0;
    for (double untreated : expected.control()) {
      usual += untreated / trial.size();
    }
    Map<Quadrant, boolean[]> kinds = new EnumMap<>(Quadrant.class);
    for (int r = 0; r < uplift.length; r++) {
      Quadrant kind = Quadrant.of(uplift[r], expected.control()[r], least, usual);
      kinds.computeIfAbsent(kind, k -> new boolean[uplift.length])[r] = true;
    }
    say("");
    say("%-30s %8s   %-28s", "kind", "share", "effect seen among them");
    for (Quadrant kind : Quadrant.values()) {
      boolean[] own = kinds.get(kind);
      if (own != null) {
        int[] places = IntStream.range(0, own.length).filter(r -> own[r]).toArray();
        double[] effects =
            IntStream.of(places).mapToDouble(r -> expected.doublyRobust(trial, r)).toArray();
        say(
            "%-30s %6.1f %%   %s",
            kind.id(), 100.0 * places.length / own.length, interval(Estimate.ofMean(effects), 4));
      }
    }
    say("an uplift counts from %.4f on; sure things have at least %.4f without it", least, usual);
  }

  void placebo(Placebo placebo) {
    List<Qini> runs = placebo.runs();
    say("");
    say(
        "placebo, treatments dealt out anew: interval of the Qini contains 0 in %d of %d; areas %s",
        placebo.containingZero(),
        runs.size(),
        String.join(", ", runs.stream().map(q -> format("%.5f", q.area().value())).toList()));
  }

  private static String interval(Estimate e, int digits) {
    String figure = "%." + digits + "f";
    return format(figure + " [" + figure + ", " + figure + "]", e.value(), e.low(), e.high());
  }

  private static String format(String form, Object... figures) {
    return String.format(Locale.ROOT, form, figures);
  }

  private void say(String form, Object... figures) {
    out.println(format(form, figures).stripTrailing());
  }
}
