package souk.it.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The most quotes per second that this machine answers, tills included: tills ask as fast as they
 * are answered until the rate no longer grows and the platform's compiler has come to rest.
 */
final class Peak {
  private static final long WINDOW_MILLIS = 5_000;
  private static final int FLAT = 4;

  /** A minute: while others keep the machine busy, the compiler is slow to begin. */
  private static final int LEAST_WINDOWS = 12;

  private static final int MOST_WINDOWS = 36;
  private static final double GROWTH = 1.03;
  private static final double COMPILER_AT_REST = 0.10;

  private Peak() {}

  /** The median of the last windows, in quotes per second. */
  static double perSecond(long pid, Callable<Tills> opening) throws Exception {
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
