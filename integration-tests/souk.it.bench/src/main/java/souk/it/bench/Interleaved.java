package souk.it.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Measures several things in one run, in turn: A B C, C B A, A B C, ... What the machine does
 * meanwhile hits all of them, and who goes first changes from round to round. Rates are compared
 * within a round and the median of the rounds counts.
 */
public final class Interleaved {
  private final Map<String, Measured> works = new LinkedHashMap<>();
  private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

  /** Something to be measured. */
  @FunctionalInterface
  public interface Work {
    /** Works for about so long and returns how many units were done. */
    long run(long nanos) throws Exception;
  }

  /** One turn of one work. */
  private record Round(double perSecond, double processorMicros) {}

  /** A work and the processor time of those who do it. */
  private record Measured(Work work, LongSupplier processorNanos) {}

  /** Ratios of all rounds: their quartiles. */
  public record Quartiles(double low, double median, double high) {
    /** Tells them in words. */
    public String text(String name) {
      return String.format(
          Locale.ROOT, "%-16s %.2f (half of the rounds: %.2f to %.2f)%n", name, median, low, high);
    }
  }

  /** A work of this process. */
  public Interleaved add(String name, Work work) {
    return add(name, work, Interleaved::processorNanos);
  }

  /**
   * @param processorNanos processor time so far of those who do the work
   */
  public Interleaved add(String name, Work work, LongSupplier processorNanos) {
    works.put(name, new Measured(work, processorNanos));
    rounds.put(name, new ArrayList<>());
    return this;
  }

  /**
   * @param warm rounds that do not count
   * @param repeats rounds that count
   */
  public void run(int warm, int repeats, long nanos) throws Exception {
    List<String> order = new ArrayList<>(works.keySet());
    for (int round = -warm; round < repeats; round++) {
      for (String name : order) {
        Round done = turn(works.get(name), nanos);
        if (round >= 0) {
          rounds.get(name).add(done);
        }
      }
      Collections.reverse(order);
    }
  }

  private static Round turn(Measured measured, long nanos) throws Exception {
    long processor = measured.processorNanos.getAsLong();
    long begin = System.nanoTime();
    long units = measured.work.run(nanos);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double micros = (measured.processorNanos.getAsLong() - processor) / 1e3;
    return new Round(units / seconds, micros / Math.max(1, units));
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
    return quartiles(name, other).median();
  }

  /** How many times faster one is than another, round by round. */
  public Quartiles quartiles(String name, String other) {
    return quartiles(name, other, Round::perSecond);
  }

  /** Median over the rounds of how many times less processor time one needs than another. */
  public double processorRatio(String name, String other) {
    return quartiles(other, name, Round::processorMicros).median();
  }

  private Quartiles quartiles(String name, String other, ToDoubleFunction<Round> figure) {
    List<Round> ours = rounds.get(name);
    List<Round> theirs = rounds.get(other);
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i));
    }
    Arrays.sort(ratios);
    int last = ratios.length - 1;
    return new Quartiles(ratios[last / 4], median(ratios), ratios[last - last / 4]);
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
