package souk.it.harness.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import souk.it.harness.Platform;

/** Sends spoilt requests by several connections and counts the statuses of the answers. */
public final class FuzzRun {
  private static final int PATIENT_MILLIS = 30_000;
  private static final int IMPATIENT_MILLIS = 400;
  private static final int SHOWN = 20;

  private final URI server;
  private final JsonNode document;
  private final Map<String, String> keys;
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();

  public FuzzRun(Platform platform) throws IOException {
    this.server = platform.url();
    this.document = platform.get("/openapi.json");
    Map<String, String> all = new LinkedHashMap<>();
    for (String role : List.of("admin", "merchandiser", "reader", "till")) {
      all.put(role, platform.key(role));
    }
    this.keys = all;
  }

  /** Sends as many requests as told, each thread with a seed of its own. */
  public void send(int requests, int threads, long seed) throws InterruptedException {
    List<Thread> senders = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int share = requests / threads + (t < requests % threads ? 1 : 0);
      long own = seed + t;
      Thread sender = new Thread(() -> sendAll(share, own), "fuzz-" + t);
      senders.add(sender);
      sender.start();
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  private void sendAll(int share, long seed) {
    HttpFuzz fuzz = new HttpFuzz(seed, document, keys);
    try (Wire wire = new Wire(server, PATIENT_MILLIS)) {
      for (int i = 0; i < share; i++) {
        HttpFuzz.Shot shot = fuzz.next();
        Wire.Reply reply = shot.alone() ? alone(shot) : wire.send(shot.bytes());
        statuses.computeIfAbsent(reply.status(), s -> new LongAdder()).increment();
        if (reply.status() == 500 && failures.size() < SHOWN) {
          String request = new String(shot.bytes(), StandardCharsets.ISO_8859_1);
          failures.add(
              "seed " + seed + " request " + i + "\n" + shortened(request) + "\n" + reply.text());
        }
      }
    } catch (IOException failed) {
      failures.add("seed " + seed + ": " + failed);
    }
  }

  private Wire.Reply alone(HttpFuzz.Shot shot) throws IOException {
    try (Wire wire = new Wire(server, IMPATIENT_MILLIS)) {
      return wire.send(shot.bytes());
    }
  }

  private String shortened(String request) {
    String text = request.length() > 1_500 ? request.substring(0, 1_500) + "…" : request;
    for (String key : keys.values()) {
      text = text.replace(key, "KEY");
    }
    return text;
  }

  /** How often each status came; 0 for connections that were closed without an answer. */
  public Map<Integer, Long> statuses() {
    Map<Integer, Long> counts = new TreeMap<>();
    statuses.forEach((status, count) -> counts.put(status, count.sum()));
    return counts;
  }

  /** The first requests that gave 500. */
  public List<String> failures() {
    return failures;
  }
}
