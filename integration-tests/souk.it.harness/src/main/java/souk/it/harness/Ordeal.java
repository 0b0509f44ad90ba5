package souk.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Sends calls into a bad strategy while it is selected. The circuit keeps most of them away from
 * it; so it is put back, by selecting it again, until a wanted number really entered it.
 */
public final class Ordeal {
  private static final String ROLE = "LinePricer";
  private static final String VERSION = "1.0.0";
  private static final String BUILT_IN = "price-book";
  private static final int TILLS = 4;
  private static final int CIRCUIT = 5;
  private static final long DEADLINE_MICROS = 50_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The platform keeps 16 recent calls, one in 250 ms. */
  private static final Duration RECENT = Duration.ofMillis(4_500);

  /** So long after it forgot all, it knows a few. */
  private static final Duration FEW = Duration.ofMillis(800);

  private static final String PASSING = "passing.jar";

  private final Platform platform;
  private final boolean forgets;
  private final byte[] good;
  private final byte[] bad;
  private final String key;
  private final List<Long> plain;

  /**
   * What came of it.
   *
   * @param calls quotes asked for while the strategy was selected
   * @param entered calls that reached it
   * @param failed quotes that were not answered, or with another price than the fallback's
   * @param late quotes for which the platform took more than 50 ms by its own clock
   * @param worstMillis the longest by the platform's own clock
   * @param worstSeenMillis the longest as a till saw it
   * @param failuresToOpen failures in a row after which the circuit was open
   * @param stuck calls that never came back
   * @param reason what the platform says about the strategy
   * @param problem first wrong answer, or empty
   */
  public record Outcome(
      long calls,
      long entered,
      long failed,
      long late,
      double worstMillis,
      double worstSeenMillis,
      long failuresToOpen,
      int stuck,
      String reason,
      String problem) {}

  /** The shop is open and the bad bundle lies in the drop folder. */
  public Ordeal(Platform platform) throws IOException {
    this(platform, false);
  }

  /**
   * @param forgets whether recent calls are forgotten before a strategy is selected, so that a few
   *     good ones are enough; otherwise all are replaced, which takes longer
   */
  public Ordeal(Platform platform, boolean forgets) throws IOException {
    this.platform = platform;
    this.forgets = forgets;
    ObjectNode cart = Shop.cart(2, Shop.sku(1), Shop.sku(2));
    this.good = cart.toString().getBytes(StandardCharsets.UTF_8);
    this.bad = cart.put("channel", "bad").toString().getBytes(StandardCharsets.UTF_8);
    this.key = platform.key("till");
    try (Line line = new Line(platform.url())) {
      this.plain = prices(line.post("/quotes", good, key));
    }
  }

  /** Drops the bundle and waits until its strategies are there. */
  public static void install(Platform platform, Path jar) throws Exception {
    platform.drop(jar, "bad.jar");
    Platform.await(
        "the bad bundle", LIMIT, () -> platform.offers(ROLE, "bad-throws"), here -> here);
  }

  /**
   * Good quotes with the platform's own strategies, as fast as they are answered: what it does by
   * itself, and a platform whose code is compiled.
   *
   * @param duration how long
   * @return what came of it; nothing entered a bad strategy
   */
  public Outcome inPeace(Duration duration) throws Exception {
    Tally tally = new Tally();
    AtomicBoolean go = new AtomicBoolean(true);
    List<Thread> tills = tills(go, good, tally);
    Thread.sleep(duration.toMillis());
    go.set(false);
    for (Thread till : tills) {
      till.join();
    }
    return outcome(tally, 0, 0, 0, "");
  }

  /**
   * @param calls quotes to ask for at least
   * @param entered calls that shall reach the strategy at least
   * @param limit when to stop pushing it back in
   */
  public Outcome run(BadKind kind, long calls, long entered, Duration limit) throws Exception {
    behave();
    platform.select(ROLE, kind.strategy(), VERSION);
    long before = status(kind).path("calls").asLong();
    Tally tally = new Tally();
    long failuresToOpen = untilOpen(kind, tally);
    long end = System.nanoTime() + limit.toNanos();
    AtomicBoolean go = new AtomicBoolean(true);
    List<Thread> tills = tills(go, bad, tally);
    try {
      long in = 0;
      while (platform.alive()
          && (tally.calls.get() < calls || in < entered)
          && (System.nanoTime() < end || tally.calls.get() < calls)) {
        JsonNode status = status(kind);
        in = status.path("calls").asLong() - before;
        if (in < entered
            && System.nanoTime() < end
            && !"CLOSED".equals(status.path("circuit").asText())) {
          putBack(kind);
        } else {
          Thread.sleep(20);
        }
      }
    } catch (IOException | IllegalStateException e) {
      if (platform.alive() || !kind.mayKill()) {
        throw e;
      }
    } finally {
      go.set(false);
      for (Thread till : tills) {
        till.join();
      }
    }
    if (!platform.alive()) {
      return outcome(tally, -1, failuresToOpen, 0, "the process ended");
    }
    JsonNode status = status(kind);
    platform.select(ROLE, BUILT_IN, builtInVersion());
    return outcome(
        tally,
        status.path("calls").asLong() - before,
        failuresToOpen,
        status.path("stuckCalls").asInt(),
        status.path("lastFailure").asText());
  }

  /**
   * A strategy is selected only if it repeats recent calls well. So those must be good ones; and
   * these strategies are good until they are asked on the bad channel.
   */
  private void behave() throws Exception {
    if (forgets) {
      forget();
    }
    Duration behaves = forgets ? FEW : RECENT;
    try (Line line = new Line(platform.url())) {
      for (long end = System.nanoTime() + behaves.toNanos(); System.nanoTime() < end; ) {
        line.post("/quotes", good, key);
        Thread.sleep(20);
      }
    }
  }

  /** The platform forgets recent calls whenever a bundle stops: one comes and goes. */
  private void forget() throws Exception {
    Path jar = Files.createTempFile("souk-passing", ".jar");
    try {
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
      manifest.getMainAttributes().putValue("Bundle-SymbolicName", "souk.it.passing");
      new JarOutputStream(Files.newOutputStream(jar), manifest).close();
      platform.drop(jar, PASSING);
    } finally {
      Files.delete(jar);
    }
    Platform.await("a bundle that comes", LIMIT, this::passing, state -> state.equals("ACTIVE"));
    platform.take(PASSING);
    Platform.await("the bundle that goes", LIMIT, this::passing, String::isEmpty);
  }

  private String passing() throws IOException {
    for (JsonNode one : platform.get("/drop-folder")) {
      if (PASSING.equals(one.path("file").asText())) {
        return one.path("state").asText();
      }
    }
    return "";
  }

  /** Closes its circuit without another test, as an admin may. */
  private void putBack(BadKind kind) throws IOException {
    platform.post(
        "/strategies/" + ROLE + "/restore",
        Platform.object()
            .put("strategy", kind.strategy())
            .put("version", VERSION)
            .put("reason", "ordeal"));
  }

  private static Outcome outcome(
      Tally tally, long entered, long failuresToOpen, int stuck, String reason) {
    return new Outcome(
        tally.calls.get(),
        entered,
        tally.failed.get(),
        tally.late.get(),
        tally.worstMicros.get() / 1e3,
        tally.worstSeenMicros.get() / 1e3,
        failuresToOpen,
        stuck,
        reason,
        tally.problem.get());
  }

  /** One call after the other until the circuit is open; the number of failures it took. */
  private long untilOpen(BadKind kind, Tally tally) throws Exception {
    long failures = status(kind).path("failures").asLong();
    try (Line line = new Line(platform.url())) {
      for (int i = 0; i < 4 * CIRCUIT; i++) {
        one(line, bad, tally);
        if (!platform.alive()) {
          return -1;
        }
        JsonNode status = status(kind);
        if ("OPEN".equals(status.path("circuit").asText())) {
          return status.path("failures").asLong() - failures;
        }
      }
    }
    return -1;
  }

  private List<Thread> tills(AtomicBoolean go, byte[] cart, Tally tally) {
    List<Thread> tills = new ArrayList<>();
    for (int i = 0; i < TILLS; i++) {
      Thread till = new Thread(() -> ask(go, cart, tally), "till-" + i);
      tills.add(till);
      till.start();
    }
    return tills;
  }

  private void ask(AtomicBoolean go, byte[] cart, Tally tally) {
    try (Line line = new Line(platform.url())) {
      while (go.get()) {
        one(line, cart, tally);
      }
    } catch (IOException e) {
      tally.fail(e.toString());
    }
  }

  private void one(Line line, byte[] cart, Tally tally) {
    long began = System.nanoTime();
    try {
      Line.Answer answer = line.post("/quotes", cart, key);
      if (answer.status() != 200 || !plain.equals(prices(answer))) {
        tally.fail(answer.status() + " " + answer.text());
      }
      tally.note(answer.serverMicros(), (System.nanoTime() - began) / 1_000);
    } catch (IOException e) {
      tally.fail(e.toString());
    }
  }

  private static List<Long> prices(Line.Answer answer) throws IOException {
    List<Long> minor = new ArrayList<>();
    for (JsonNode line : Platform.JSON.readTree(answer.body()).path("lines")) {
      minor.add(line.path("unitPrice").path("amountMinor").asLong());
    }
    return minor;
  }

  private JsonNode status(BadKind kind) throws IOException {
    return strategy(kind.strategy());
  }

  private JsonNode strategy(String id) throws IOException {
    for (JsonNode one : platform.get("/strategies/" + ROLE).path("strategies")) {
      if (id.equals(one.path("strategy").asText())) {
        return one;
      }
    }
    throw new IllegalStateException("No strategy " + id + " of " + ROLE);
  }

  private String builtInVersion() throws IOException {
    return strategy(BUILT_IN).path("version").asText();
  }

  /** Counts answers; safe for use by many threads. */
  private static final class Tally {
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong worstMicros = new AtomicLong();
    private final AtomicLong worstSeenMicros = new AtomicLong();
    private final AtomicReference<String> problem = new AtomicReference<>("");

    void note(long serverMicros, long seenMicros) {
      calls.incrementAndGet();
      if (serverMicros > DEADLINE_MICROS) {
        late.incrementAndGet();
      }
      worstMicros.accumulateAndGet(serverMicros, Math::max);
      worstSeenMicros.accumulateAndGet(seenMicros, Math::max);
    }

    void fail(String what) {
      failed.incrementAndGet();
      problem.compareAndSet("", what);
    }
  }
}
