package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import souk.it.harness.Platform;

/**
 * Tills that ask for quotes at a fixed pace. Latency counts from the moment a quote was due, so a
 * pause of the platform is not hidden by tills that wait.
 */
final class Tills implements AutoCloseable {
  private final Platform platform;
  private final ObjectNode cart;
  private final String key;
  private final Answers answers;
  private final AtomicBoolean go = new AtomicBoolean(true);
  private final List<Thread> threads = new ArrayList<>();
  private final ConcurrentLinkedQueue<long[]> latencies = new ConcurrentLinkedQueue<>();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong mixed = new AtomicLong();
  private final Map<String, Long> failures = new HashMap<>();

  Tills(Platform platform, ObjectNode cart, Answers answers, int tills, int perSecond)
      throws IOException {
    this.platform = platform;
    this.cart = cart;
    this.key = platform.key("till");
    this.answers = answers;
    long pauseNanos = 1_000_000_000L * tills / perSecond;
    for (int till = 0; till < tills; till++) {
      long offset = pauseNanos * till / tills;
      Thread thread = new Thread(() -> work(offset, pauseNanos), "till-" + till);
      threads.add(thread);
      thread.start();
    }
  }

  private void work(long offset, long pauseNanos) {
    long[] micros = new long[1 << 16];
    int count = 0;
    long due = System.nanoTime() + offset;
    while (go.get()) {
      LockSupport.parkNanos(due - System.nanoTime());
      if (System.nanoTime() < due) {
        continue;
      }
      ask();
      if (count == micros.length) {
        micros = Arrays.copyOf(micros, count * 2);
      }
      micros[count++] = (System.nanoTime() - due) / 1_000;
      due += pauseNanos;
    }
    latencies.add(Arrays.copyOf(micros, count));
  }

  private void ask() {
    try {
      HttpResponse<String> answer = platform.send("POST", "/quotes", cart, key);
      if (answer.statusCode() != 200) {
        fail(answer.statusCode() + " " + answer.body());
        return;
      }
      JsonNode quote = Platform.JSON.readTree(answer.body());
      if (answers.mixed(quote)) {
        mixed.incrementAndGet();
      }
    } catch (IOException e) {
      fail(e.toString());
    }
  }

  private void fail(String why) {
    failed.incrementAndGet();
    synchronized (failures) {
      if (failures.size() < 10) {
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
    }
  }

  long requests() {
    return latencies.stream().mapToLong(l -> l.length).sum();
  }

  long failed() {
    return failed.get();
  }

  long mixed() {
    return mixed.get();
  }

  double p99Millis() {
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return all.length == 0 ? 0 : all[(int) Math.min(all.length - 1, all.length * 99L / 100)] / 1e3;
  }
}
