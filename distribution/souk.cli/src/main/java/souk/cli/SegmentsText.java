package souk.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import souk.customer.lib.segmentation.GroupCount;
import souk.customer.lib.segmentation.GroupingChoice;
import souk.customer.lib.segmentation.Separation;

/** What the verb tells about segments. */
final class SegmentsText {
  private final PrintStream out;
  private final SegmentsRun run;

  SegmentsText(PrintStream out, SegmentsRun run) {
    this.out = out;
    this.run = run;
  }

  void print() {
    counts();
    ways();
    segments();
    migration();
  }

  private void counts() {
    if (!run.counts().isEmpty()) {
      say("%-8s %12s %18s %14s", "groups", "silhouette", "least Jaccard", "BIC of mixture");
      for (GroupCount count : run.counts()) {
        say(
            "%-8d %12.3f %18.3f %14.0f",
            count.groups(), count.silhouette(), count.jaccard(), count.bic());
      }
      say("");
    }
  }

  private void ways() {
    say("%,d customers %d days ago, and what they spent since:", run.before().size(), run.ahead());
    say(
        "%-16s %14s %22s %26s",
        "way", "least Jaccard", "variance explained", "neighbours that differ");
    for (GroupingChoice.Way way : run.choice().ways()) {
      Separation separation = way.separation();
      say(
          "%-16s %14.3f %20.1f %% %24.0f %%%s",
          way.id(),
          way.leastJaccard(),
          100 * separation.explained(),
          100 * separation.ordered(),
          way == run.choice().chosen() ? "  chosen" : "");
    }
    if (!run.choice().chosen().stable()) {
      System.err.printf(
          Locale.ROOT,
          "souk: Warning: no way was stable (Jaccard %.2f or more for every group); the most stable was taken.%n",
          GroupCount.STABLE);
    }
    say("");
  }

  /** By falling median spend, with what sets the members apart. */
  private void segments() {
    int[] group = run.group();
    double[][] rows = run.now().rows();
    Map<String, Double> after = spentAfter();
    int[] everybody = IntStream.range(0, rows.length).toArray();
    say(
        "%-22s %9s %7s %9s %9s %11s %9s %14s",
        "segment", "customers", "share", "recency", "purchases", "spend", "Jaccard", "spent since");
    IntStream.range(0, run.names().length)
        .boxed()
        .filter(g -> places(group, g).length > 0)
        .sorted((a, b) -> Double.compare(spend(rows, group, b), spend(rows, group, a)))
        .forEach(g -> line(run.names()[g], places(group, g), run.jaccard()[g], after));
    line("all", everybody, Double.NaN, Map.of());
    say(
        "medians: days since the last purchase, purchases, spend; Jaccard: found again in bootstrap");
    say("samples, from 0.8 on stable; spent since: mean of members of such a segment back then");
    say("");
  }

  private void line(String name, int[] places, double jaccard, Map<String, Double> after) {
    double[][] rows = run.now().rows();
    String since = after.containsKey(name) ? format("%.2f", after.get(name)) : "";
    say(
        "%-22s %,9d %5.1f %% %9.0f %9.0f %,11.2f %9s %14s",
        name,
        places.length,
        100.0 * places.length / rows.length,
        median(rows, places, 0),
        median(rows, places, 1),
        CustomersAt.amount(median(rows, places, 2)),
        Double.isNaN(jaccard) ? "" : format("%.2f", jaccard),
        since);
  }

  private Map<String, Double> spentAfter() {
    Map<String, Double> after = new HashMap<>();
    Separation separation = run.choice().chosen().separation();
    for (int i = 0; i < separation.order().length; i++) {
      after.put(run.namesBefore()[separation.order()[i]], separation.mean()[i]);
    }
    return after;
  }

  private static double spend(double[][] rows, int[] group, int g) {
    return median(rows, places(group, g), 2);
  }

  private static int[] places(int[] group, int g) {
    return IntStream.range(0, group.length).filter(r -> group[r] == g).toArray();
  }

  private static double median(double[][] rows, int[] places, int column) {
    double[] values = Arrays.stream(places).mapToDouble(r -> rows[r][column]).sorted().toArray();
    return values.length == 0 ? 0 : values[(values.length - 1) / 2];
  }

  /** Who moved where since the segments were judged. */
  private void migration() {
    Map<Integer, String> then = new HashMap<>();
    for (int i = 0; i < run.before().size(); i++) {
      then.put(run.before().customer(i), run.namesBefore()[run.groupBefore()[i]]);
    }
    Map<String, Map<String, Integer>> moved = new TreeMap<>();
    for (int i = 0; i < run.now().size(); i++) {
      String from = then.getOrDefault(run.now().customer(i), "new customer");
      moved.computeIfAbsent(from, f -> new TreeMap<>()).merge(run.segment(i), 1, Integer::sum);
    }
    List<String> to =
        Arrays.stream(run.group()).mapToObj(g -> run.names()[g]).distinct().sorted().toList();
    StringBuilder head = new StringBuilder(format("%-22s", "from \\ to"));
    to.forEach(name -> head.append(format(" %18s", name)));
    say("%s", head);
    moved.forEach(
        (from, counts) -> {
          StringBuilder line = new StringBuilder(format("%-22s", from));
          to.forEach(name -> line.append(format(" %,18d", counts.getOrDefault(name, 0))));
          say("%s", line);
        });
    say("");
  }

  private static String format(String form, Object... figures) {
    return String.format(Locale.ROOT, form, figures);
  }

  private void say(String form, Object... figures) {
    out.println(format(form, figures).stripTrailing());
  }
}
