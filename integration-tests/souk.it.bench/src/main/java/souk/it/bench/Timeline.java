package souk.it.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Who used the processors in each second of a phase, and how late a thread was that asked for
 * nothing: so that a slow second can be told from a slow platform.
 */
final class Timeline implements AutoCloseable {
  private static final int SHOWN = 8;
  private final long pid;
  private final List<Processors> seconds = new ArrayList<>();
  private final List<Double> lateMillis = new ArrayList<>();
  private final Thread thread = new Thread(this::watch, "timeline");
  private volatile boolean closed;

  Timeline(long pid) {
    this.pid = pid;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      Processors before = Processors.now(pid);
      while (!closed) {
        try (Hiccups hiccups = new Hiccups()) {
          Thread.sleep(1_000);
          Processors now = Processors.now(pid);
          seconds.add(now.since(before));
          lateMillis.add(hiccups.worstMillis());
          before = now;
        }
      }
    } catch (IOException | InterruptedException ended) {
      closed = true;
    }
  }

  /** The seconds in which quotes waited longest. */
  String text(double[] p99Millis) {
    StringBuilder text = new StringBuilder();
    int count = Math.min(p99Millis.length, seconds.size());
    List<Integer> worst =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(second -> -p99Millis[second]))
            .limit(SHOWN)
            .sorted()
            .toList();
    for (int second : worst) {
      Processors used = seconds.get(second);
      double millis = used.nanos() / 1e6;
      text.append(
          String.format(
              Locale.ROOT,
              "  second %d: p99 %.1f ms; platform %.2f (compiler %.2f), tills %.2f, others %.2f, stolen %.2f; a thread that asks for nothing %.0f ms late%n",
              second,
              p99Millis[second],
              used.platformMillis() / millis,
              used.compilerMillis() / millis,
              used.clientMillis() / millis,
              used.others(),
              used.stolenMillis() / millis,
              lateMillis.get(second)));
    }
    return text.toString();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
