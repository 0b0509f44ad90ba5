package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import souk.it.harness.Line;
import souk.it.harness.Platform;

/**
 * Tills that ask for quotes, at a fixed pace or as fast as they are answered. At a fixed pace,
 * latency counts from the moment a quote was due, so a pause of the platform is not hidden by tills
 * that wait.
 */
final class Tills implements AutoCloseable {
  /** Pace of tills that ask again as soon as they are answered. */
  static final int UNPACED = 0;

  private static final int NOTED = 20;

  private final Platform platform;
  private final byte[] cart;
  private final String key;
  private final Answers answers;
  private final AtomicBoolean go = new AtomicBoolean(true);
  private final List<Thread> threads = new ArrayList<>();
  private final long pauseNanos;
  private final ConcurrentLinkedQueue<long[]> latencies = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<long[]> serverMicros = new ConcurrentLinkedQueue<>();
  private final RoundTrips trips = new RoundTrips();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong mixed = new AtomicLong();
  private final Map<String, Long> failures = new HashMap<>();

  Tills(Platform platform, ObjectNode cart, Answers answers, int tills, int perSecond)
      throws IOException {
    this.platform = platform;
    this.cart = cart.toString().getBytes(StandardCharsets.UTF_8);
    this.key = platform.key("till");
    this.answers = answers;
    this.pauseNanos = perSecond == UNPACED ? 0 : 1_000_000_000L * tills / perSecond;
    for (int till = 0; till < tills; till++) {
      long offset = pauseNanos * till / tills;
      int number = till;
      Thread thread = new Thread(() -> work(number, offset), "till-" + till);
      threads.add(thread);
      thread.start();
    }
  }

  private void work(int till, long offset) {
    Samples micros = new Samples();
    Samples server = new Samples();
    long due = System.nanoTime() + offset;
    try (Line line = new Line(platform.url())) {
      while (go.get()) {
        if (pauseNanos == 0) {
          due = System.nanoTime();
        }
        LockSupport.parkNanos(due - System.nanoTime());
        if (System.nanoTime() < due) {
          continue;
        }
        long sent = System.nanoTime();
        long serverTook = ask(line);
        trips.note(till, sent, serverTook);
        server.add(serverTook);
        micros.add((System.nanoTime() - due) / 1_000);
        due += pauseNanos;
        answered.incrementAndGet();
      }
    } catch (IOException e) {
      fail("closing: " + e);
    }
    latencies.add(micros.all());
    serverMicros.add(server.all());
  }

  private long ask(Line line) {
    try {
      Line.Answer answer = line.post("/quotes", cart, key);
      if (answer.status() != 200) {
        fail(answer.status() + " " + answer.text());
        return answer.serverMicros();
      }
      JsonNode quote = Platform.JSON.readTree(answer.body());
      if (answers.mixed(quote)) {
        mixed.incrementAndGet();
      }
      for (JsonNode note : quote.path("notes")) {
        if ("quote.fallback".equals(note.path("code").asText())) {
          note(note.path("text").asText() + ", " + answer.serverMicros() + " us at the platform");
        }
      }
      return answer.serverMicros();
    } catch (IOException e) {
      fail(e.toString());
      return 0;
    }
  }

  private void fail(String why) {
    failed.incrementAndGet();
    note(why);
  }

  private void note(String why) {
    synchronized (failures) {
      if (failures.size() < NOTED) {
        failures.merge(why, 1L, Long::sum);
      }
    }
  }

  /** Stops the tills; afterwards the figures stand still. */
  @Override
  public void close() throws InterruptedException {
    go.set(false);
    for (Thread thread : threads) {
      thread.join();
    }
    synchronized (failures) {
      failures.forEach((why, times) -> System.err.println(times + " x " + why));
      failures.clear();
    }
  }

  long requests() {
    return answered.get();
  }

  long failed() {
    return failed.get();
  }

  long mixed() {
    return mixed.get();
  }

  double p99Millis() {
    return latencies().millis(0.99);
  }

  /** For each second of a paced phase the p99 of the quotes due in it, as the tills saw it. */
  double[] p99MillisBySecond() {
    long perSecond = pauseNanos == 0 ? 0 : 1_000_000_000L / pauseNanos;
    int seconds =
        perSecond == 0
            ? 0
            : (int) (latencies.stream().mapToInt(l -> l.length).max().orElse(0) / perSecond);
    double[] p99 = new double[seconds];
    for (int second = 0; second < seconds; second++) {
      List<long[]> parts = new ArrayList<>();
      for (long[] micros : latencies) {
        long from = Math.min(micros.length, second * perSecond);
        long to = Math.min(micros.length, from + perSecond);
        parts.add(Arrays.copyOfRange(micros, (int) from, (int) to));
      }
      p99[second] = Latencies.of(parts).millis(0.99);
    }
    return p99;
  }

  /** The questions that were long under way. */
  RoundTrips roundTrips() {
    return trips;
  }

  /** As the tills saw it. */
  Latencies latencies() {
    return Latencies.of(List.copyOf(latencies));
  }

  /** What the platform itself says it took. */
  Latencies serverLatencies() {
    return Latencies.of(List.copyOf(serverMicros));
  }
}
