package souk.it.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures several things in one run, in turn: A B C, A B C, ... What the machine does meanwhile
 * hits all of them. Rates are compared within a round and the median of the rounds counts.
 */
public final class Interleaved {
  private final Map<String, Work> works = new LinkedHashMap<>();
  private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

  /** Something to be measured. */
  @FunctionalInterface
  public interface Work {
    /** Works for about so long and returns how many units were done. */
    long run(long nanos) throws Exception;
  }

  /** One turn of one work. */
  private record Round(double perSecond, double processorMicros) {}

  public Interleaved add(String name, Work work) {
    works.put(name, work);
    rounds.put(name, new ArrayList<>());
    return this;
  }

  /**
   * @param warm rounds that do not count
   * @param repeats rounds that count
   */
  public void run(int warm, int repeats, long nanos) throws Exception {
    for (int round = -warm; round < repeats; round++) {
      for (Map.Entry<String, Work> work : works.entrySet()) {
        long processor = processorNanos();
        long begin = System.nanoTime();
        long units = work.getValue().run(nanos);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double micros = (processorNanos() - processor) / 1e3;
        if (round >= 0) {
          rounds.get(work.getKey()).add(new Round(units / seconds, micros / Math.max(1, units)));
        }
      }
    }
  }

  /** Processor time of this process, compiler and collector included. */
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Median of the rounds. */
  public double perSecond(String name) {
    return median(rounds.get(name).stream().mapToDouble(Round::perSecond).toArray());
  }

  /** Median of the processor time per unit, compiler and collector included. */
  public double processorMicros(String name) {
    return median(rounds.get(name).stream().mapToDouble(Round::processorMicros).toArray());
  }

  /** Median over the rounds of how many times faster one is than another in that round. */
  public double ratio(String name, String other) {
    List<Round> ours = rounds.get(name);
    List<Round> theirs = rounds.get(other);
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours.get(i).perSecond() / theirs.get(i).perSecond();
    }
    return median(ratios);
  }

  public boolean has(String name) {
    return works.containsKey(name);
  }

  /** One line per work: rate as median, least and most, and processor time per unit. */
  public String table(String unit) {
    StringBuilder text = new StringBuilder();
    rounds.forEach(
        (name, all) -> {
          double[] rates = all.stream().mapToDouble(Round::perSecond).sorted().toArray();
          double micros = processorMicros(name);
          text.append(
              String.format(
                  Locale.ROOT,
                  "%-16s %,12.0f %s/s (%,.0f to %,.0f in %d rounds), %.2f us of processor each%n",
                  name,
                  median(rates),
                  unit,
                  rates[0],
                  rates[rates.length - 1],
                  rates.length,
                  micros));
        });
    return text.toString();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
