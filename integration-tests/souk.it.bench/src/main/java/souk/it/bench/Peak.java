package souk.it.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The most quotes per second that this machine answers, tills included. First tills ask as fast as
 * they are answered, until the rate no longer grows and the platform's compiler has come to rest:
 * that warms, and no pace can be above it. Then tills that do not wait for each other look for the
 * highest pace that they can keep: that is the peak.
 */
final class Peak {
  private static final long WINDOW_MILLIS = 5_000;
  private static final int FLAT = 4;

  /** A minute: while others keep the machine busy, the compiler is slow to begin. */
  private static final int LEAST_WINDOWS = 12;

  private static final int MOST_WINDOWS = 36;
  private static final double GROWTH = 1.03;
  private static final double COMPILER_AT_REST = 0.10;

  private static final int PROBES = 6;
  private static final long PROBE_MILLIS = 10_000;
  private static final long PROOF_MILLIS = 60_000;
  private static final double STEP_DOWN = 0.95;
  private static final double LOWEST = 0.3;
  private static final double KEPT = 0.98;
  private static final double LATEST_MILLIS = 50;

  private Peak() {}

  /** Opens tills at a pace, in quotes per second. */
  @FunctionalInterface
  interface Opening {
    Tills at(int perSecond) throws Exception;
  }

  /**
   * The highest pace kept: of the quotes due 98 % were answered in the window, 99 % of them within
   * 50 ms of the moment they were due. Halves the interval between 30 % and 100 % of the unpaced
   * rate six times, ten seconds each, so it is exact to about 1 %; then that pace must be kept for
   * a minute, or the next one 5 % below.
   */
  static double perSecond(long pid, Opening opening) throws Exception {
    double unpaced = unpaced(pid, () -> opening.at(Tills.UNPACED));
    double kept = 0;
    double low = LOWEST * unpaced;
    double high = unpaced;
    for (int probe = 0; probe < PROBES; probe++) {
      double pace = (low + high) / 2;
      boolean keeps = keeps(opening, pace, PROBE_MILLIS);
      if (keeps) {
        kept = pace;
        low = pace;
      } else {
        high = pace;
      }
    }
    if (kept == 0) {
      throw new IOException("No pace above %.0f/s could be kept.".formatted(low));
    }
    while (!keeps(opening, kept, PROOF_MILLIS)) {
      kept *= STEP_DOWN;
      if (kept < low * LOWEST) {
        throw new IOException("No pace above %.0f/s could be kept for a minute.".formatted(kept));
      }
    }
    return kept;
  }

  private static boolean keeps(Opening opening, double pace, long millis) throws Exception {
    Tills tills = opening.at((int) pace);
    long begin = System.nanoTime();
    Thread.sleep(millis);
    double rate = tills.requests() * 1e9 / (System.nanoTime() - begin);
    tills.close();
    double p99 = tills.p99Millis();
    boolean keeps = rate >= KEPT * pace && p99 <= LATEST_MILLIS && tills.failed() == 0;
    System.out.printf(
        "pace %.0f/s for %d s: %.0f/s, p99 %.2f ms, %s%n",
        pace, millis / 1_000, rate, p99, keeps ? "kept" : "not kept");
    return keeps;
  }

  /** The median of the last windows, in quotes per second. */
  private static double unpaced(long pid, Callable<Tills> opening) throws Exception {
    List<Double> rates = new ArrayList<>();
    Tills tills = opening.call();
    try {
      double best = 0;
      int flat = 0;
      while (rates.size() < LEAST_WINDOWS || (rates.size() < MOST_WINDOWS && flat < FLAT)) {
        double before = best;
        Processors begin = Processors.now(pid);
        long count = tills.requests();
        Thread.sleep(WINDOW_MILLIS);
        Processors used = Processors.now(pid).since(begin);
        double rate = (tills.requests() - count) * 1e9 / used.nanos();
        rates.add(rate);
        best = Math.max(best, rate);
        double compiler = 1e6 * used.compilerMillis() / used.nanos();
        flat = best <= before * GROWTH && compiler < COMPILER_AT_REST ? flat + 1 : 0;
        System.out.printf("peak: %.0f/s; %s%n", rate, used.text(Math.round(rate * 5)));
      }
    } finally {
      tills.close();
    }
    if (tills.failed() > 0) {
      throw new IOException(tills.failed() + " quotes failed while the peak was measured");
    }
    List<Double> last =
        rates.subList(Math.max(0, rates.size() - FLAT), rates.size()).stream().sorted().toList();
    return last.get(last.size() / 2);
  }
}
