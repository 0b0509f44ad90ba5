package souk.it.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The slow round trips of a phase: which till, when, how long the question was under way and how
 * much of it the platform saw. One till that waits long is another matter than all that wait a
 * little.
 */
final class RoundTrips {
  private static final long SLOW_MICROS = 20_000;
  private static final int SHOWN = 60;

  private final ConcurrentLinkedQueue<Trip> slow = new ConcurrentLinkedQueue<>();
  private final long beginNanos = System.nanoTime();

  /**
   * One question.
   *
   * @param till number of the till
   * @param sentMillis since the phase began
   * @param micros from the first byte written to the last byte read
   * @param serverMicros what the platform says it took
   */
  record Trip(int till, double sentMillis, long micros, long serverMicros) {}

  void note(int till, long sentNanos, long serverMicros) {
    long micros = (System.nanoTime() - sentNanos) / 1_000;
    if (micros >= SLOW_MICROS) {
      slow.add(new Trip(till, (sentNanos - beginNanos) / 1e6, micros, serverMicros));
    }
  }

  /** The slowest, in the order in which they were sent. */
  String text() {
    List<Trip> all = new ArrayList<>(slow);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%d round trips took %d ms or longer%n", all.size(), SLOW_MICROS / 1_000));
    all.stream()
        .sorted(Comparator.comparingLong(trip -> -trip.micros()))
        .limit(SHOWN)
        .sorted(Comparator.comparingDouble(Trip::sentMillis))
        .forEach(
            trip ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "  till %d at %.1f ms: %.1f ms, of which the platform saw %.1f%n",
                        trip.till(),
                        trip.sentMillis(),
                        trip.micros() / 1e3,
                        trip.serverMicros() / 1e3)));
    return text.toString();
  }
}
