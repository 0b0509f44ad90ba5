package souk.it.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Processor and wall time per series of several contenders, round by round. Ratios are taken within
 * a round, where all had the same series, and the median of the rounds counts.
 */
final class SpeedRounds {
  /** Time spent on one series. */
  record Time(double processorMillis, double wallMillis) {}

  private final List<Map<String, List<Time>>> rounds = new ArrayList<>();

  void begin() {
    rounds.add(new LinkedHashMap<>());
  }

  int size() {
    return rounds.size();
  }

  void add(String contender, Time time) {
    rounds.get(rounds.size() - 1).computeIfAbsent(contender, n -> new ArrayList<>()).add(time);
  }

  /** Median over the rounds of the mean per series. */
  double processor(String contender) {
    return median(round -> mean(round, contender, Time::processorMillis));
  }

  /** The same on the wall. */
  double wall(String contender) {
    return median(round -> mean(round, contender, Time::wallMillis));
  }

  /** Median over the rounds of how many times more processor time one takes than another. */
  double ratio(String slow, String fast) {
    return median(
        round ->
            mean(round, slow, Time::processorMillis) / mean(round, fast, Time::processorMillis));
  }

  /** The same on the wall. */
  double wallRatio(String slow, String fast) {
    return median(
        round -> mean(round, slow, Time::wallMillis) / mean(round, fast, Time::wallMillis));
  }

  /** One line per contender: medians and extremes of the rounds. */
  String table() {
    StringBuilder text = new StringBuilder();
    for (String contender : rounds.get(0).keySet()) {
      double[] means =
          rounds.stream()
              .mapToDouble(round -> mean(round, contender, Time::processorMillis))
              .sorted()
              .toArray();
      text.append(
          String.format(
              Locale.ROOT,
              "%-18s %9.3f ms of processor per series (%.3f to %.3f in %d rounds), %.3f ms on the wall%n",
              contender,
              Interleaved.median(means),
              means[0],
              means[means.length - 1],
              means.length,
              wall(contender)));
    }
    return text.toString();
  }

  private double median(ToDoubleFunction<Map<String, List<Time>>> figure) {
    return Interleaved.median(rounds.stream().mapToDouble(figure).toArray());
  }

  private static double mean(
      Map<String, List<Time>> round, String contender, ToDoubleFunction<Time> part) {
    return round.getOrDefault(contender, List.of()).stream()
        .mapToDouble(part)
        .average()
        .orElse(Double.NaN);
  }
}
