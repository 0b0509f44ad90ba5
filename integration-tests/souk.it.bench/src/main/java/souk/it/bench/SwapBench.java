package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/**
 * Quotes while the pricing and the offer strategy are replaced by their next version again and
 * again: install beside, warm and select, drain, uninstall. Some swaps under load come first and
 * are not counted: after them the virtual machine knows that strategies change, and compiles for
 * it. Then the peak is measured with a foreign strategy serving, the highest pace that tills can
 * keep; then they ask at 80 % of it, for a while in peace and then through the swaps. Options:
 * {@code --swaps}, {@code --practice}, {@code --per-second} (then no peak is measured), {@code
 * --tills}, {@code --steady-seconds}, {@code --settle-seconds}, {@code --least-seconds}.
 */
final class SwapBench {
  private static final int SWAPS = 1_000;
  private static final int PRACTICE = 150;

  /** After the loaders were counted: full collections cost the machine compiled code. */
  private static final int SETTLE_SECONDS = 30;

  /** Between phases, so that nobody is measured while this process sorts what it saw before. */
  private static final long REST_MILLIS = 3_000;

  private static final int UPDATES = 20;

  /** So many that it is the platform and not a till's own line that a quote waits for. */
  private static final int TILLS = 64;

  private static final double SHARE_OF_PEAK = 0.8;
  private static final int WARM_SECONDS = 60;
  private static final int STEADY_SECONDS = 60;
  private static final int MILLIS_PER_SWAP = 600;

  private final Platform platform;
  private final Swapper swapper;
  private final Arguments options;
  private final ObjectNode cart;
  private final Answers answers;
  private int version;

  private SwapBench(Platform platform, Path folder, Arguments options) throws Exception {
    this.platform = platform;
    this.swapper = new Swapper(platform, folder);
    this.options = options;
    this.cart = Shop.cartWithOffer(platform, 3);
    JsonNode quote =
        Platform.JSON.readTree(platform.send("POST", "/quotes", cart, platform.key("till")).body());
    this.answers = new Answers(Answers.unitPrices(quote));
  }

  static Result run(Arguments options) throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-swap");
    try (Platform platform =
        Platform.start(folder, "-Dsouk.deploy.pollMillis=50 " + options.text("java-options", ""))) {
      Shop.open(platform, folder);
      return new SwapBench(platform, folder, options).measure();
    }
  }

  private Result measure() throws Exception {
    int swaps = options.number("swaps", SWAPS);
    int practice = options.number("practice", PRACTICE);
    swapper.build(1, 1 + practice + swaps);
    practise(practice);
    boolean peakWanted = !options.has("per-second");
    double peak = peakWanted ? Peak.perSecond(platform.pid(), this::tills) : 0;
    int pace = peakWanted ? (int) (peak * SHARE_OF_PEAK) : options.number("per-second", 0);
    if (!peakWanted) {
      try (Tills warming = tills(pace)) {
        Thread.sleep(1_000L * options.number("warm-seconds", WARM_SECONDS));
      }
    }
    final long loaders = Memory.bundleLoaders(platform.pid());
    try (Tills settling = tills(pace)) {
      Thread.sleep(1_000L * options.number("settle-seconds", SETTLE_SECONDS));
    }
    Processors begin = Processors.now(platform.pid());
    Hiccups hiccups = new Hiccups();
    Timeline timeline = new Timeline(platform.pid());
    Tills calm = tills(pace);
    Thread.sleep(1_000L * options.number("steady-seconds", STEADY_SECONDS));
    calm.close();
    timeline.close();
    Latencies steady = report("steady", calm, begin, hiccups);
    final double typicalSteady = typical("steady", calm, timeline);
    long fallbacks = swapper.fallbacks();
    Thread.sleep(REST_MILLIS);
    begin = Processors.now(platform.pid());
    hiccups = new Hiccups();
    timeline = new Timeline(platform.pid());
    Tills tills = tills(pace);
    swapAll(swaps);
    tills.close();
    timeline.close();
    double seconds = (System.nanoTime() - begin.nanos()) / 1e9;
    Latencies during = report("swaps", tills, begin, hiccups);
    double typical = typical("swaps", tills, timeline);
    long fallback = swapper.fallbacks() - fallbacks;
    long leaked = Memory.bundleLoaders(platform.pid()) - loaders;
    updates(pace);
    double perSecond = tills.requests() / seconds;
    return new Result("swap")
        .with("requests", tills.requests())
        .with("swaps", swaps)
        .with("failed", tills.failed())
        .with("mixed", tills.mixed())
        .with("fallback", fallback)
        .with("p99Millis", during.millis(0.99), 2)
        .with("p99SteadyMillis", steady.millis(0.99), 2)
        .with("p99SecondMillis", typical, 2)
        .with("p99SteadySecondMillis", typicalSteady, 2)
        .with("leakedLoaders", leaked)
        .with("perSecond", perSecond, 0)
        .with("peakPerSecond", peak, 0)
        .with("seconds", seconds, 1)
        .require(tills.failed() == 0, "failed = 0")
        .require(tills.mixed() == 0, "mixed = 0")
        .require(fallback == 0, "fallback = 0")
        .require(leaked <= 0, "leakedLoaders = 0")
        .require(perSecond >= 0.95 * pace, "perSecond >= 95 % of the pace " + pace)
        .require(
            during.millis(0.99) <= Math.max(2 * steady.millis(0.99), 5),
            "p99Millis <= max(2 x steady, 5)");
  }

  private Tills tills(int perSecond) throws Exception {
    return new Tills(platform, cart, answers, options.number("tills", TILLS), perSecond);
  }

  private void practise(int swaps) throws Exception {
    swapper.swap(++version);
    long fallbacks = swapper.fallbacks();
    try (Tills tills = tills(Tills.UNPACED)) {
      for (int swap = 0; swap < swaps; swap++) {
        swapper.swap(++version);
      }
      System.out.printf(
          "practice: %d swaps not counted, %d quotes, %d failed, %d mixed, %d fallbacks; p99 %.2f ms%n",
          swaps,
          tills.requests(),
          tills.failed(),
          tills.mixed(),
          swapper.fallbacks() - fallbacks,
          tills.p99Millis());
    }
  }

  private void swapAll(int swaps) throws Exception {
    long begin = System.nanoTime();
    long leastMillis =
        1_000L * options.number("least-seconds", (int) ((long) swaps * MILLIS_PER_SWAP / 1_000));
    for (int swap = 1; swap <= swaps; swap++) {
      swapper.swap(++version);
      if (swap % Math.max(10, swaps / 10) == 0) {
        System.out.printf("%d swaps, %d s%n", swap, (System.nanoTime() - begin) / 1_000_000_000);
      }
      long due = leastMillis * swap / swaps - (System.nanoTime() - begin) / 1_000_000;
      Thread.sleep(Math.max(0, due));
    }
  }

  /** The median over the seconds of a phase of the p99 in each. */
  private static double typical(String phase, Tills tills, Timeline timeline) {
    double[] seconds = tills.p99MillisBySecond();
    System.out.printf("%s: the slowest seconds:%n%s", phase, timeline.text(seconds));
    Arrays.sort(seconds);
    return seconds.length == 0 ? 0 : seconds[seconds.length / 2];
  }

  private Latencies report(String phase, Tills tills, Processors begin, Hiccups hiccups)
      throws Exception {
    hiccups.close();
    Processors used = Processors.now(platform.pid()).since(begin);
    Latencies seen = tills.latencies();
    Latencies server = tills.serverLatencies();
    System.out.printf(
        "%s: %d quotes, %d failed; tills p50 %.2f p99 %.2f worst %.2f ms; platform p50 %.2f p99 %.2f worst %.2f ms%n",
        phase,
        tills.requests(),
        tills.failed(),
        seen.millis(0.5),
        seen.millis(0.99),
        seen.worstMillis(),
        server.millis(0.5),
        server.millis(0.99),
        server.worstMillis());
    System.out.println(phase + ": " + used.text(tills.requests()));
    System.out.printf(
        "%s: a thread that asks for nothing was up to %.1f ms late, and lost %.0f ms in all%n",
        phase, hiccups.worstMillis(), hiccups.lostMillis());
    System.out.print(phase + ": " + tills.roundTrips().text());
    return seen;
  }

  /** The serving bundle itself is replaced: nobody fails. */
  private void updates(int pace) throws Exception {
    int strategy = version;
    long before = swapper.fallbacks();
    Processors begin = Processors.now(platform.pid());
    Hiccups hiccups = new Hiccups();
    Tills tills = tills(pace);
    for (int update = 1; update <= UPDATES; update++) {
      swapper.update(strategy, strategy + update);
      Thread.sleep(1_000);
    }
    tills.close();
    Latencies seen = report("updates", tills, begin, hiccups);
    System.out.println(
        new Result("swap-update")
            .with("requests", tills.requests())
            .with("updates", UPDATES)
            .with("failed", tills.failed())
            .with("mixed", tills.mixed())
            .with("fallback", swapper.fallbacks() - before)
            .with("p99Millis", seen.millis(0.99), 2)
            .line());
    if (tills.failed() > 0) {
      throw new IllegalStateException(tills.failed() + " quotes failed during updates in place");
    }
  }
}
