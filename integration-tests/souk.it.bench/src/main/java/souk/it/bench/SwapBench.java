package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.VersionedJar;

/**
 * Quotes at a steady pace while the pricing and the offer strategy are replaced by their next
 * version again and again: install beside, warm and select, drain, uninstall.
 */
final class SwapBench {
  private static final int SWAPS = 100;
  private static final int UPDATES = 20;
  private static final int TILLS = 4;
  private static final int PER_SECOND = 600;
  private static final long STEADY_MILLIS = 20_000;
  private static final long LEAST_MILLIS = 60_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<String> ROLES = List.of("LinePricer", "SelectionPolicy");
  private static final List<String> IDS = List.of("addon-prices", "addon-single-best");

  private final Platform platform;
  private final Path folder;
  private final Path addon;
  private final ObjectNode cart;
  private final Answers answers;

  private SwapBench(Platform platform, Path folder) throws Exception {
    this.platform = platform;
    this.folder = folder;
    this.addon =
        Path.of(System.getProperty("souk.root"))
            .resolve("integration-tests/souk.it.addon/target")
            .resolve("souk.it.addon-" + System.getProperty("souk.version") + ".jar");
    this.cart = Shop.cartWithOffer(platform, 3);
    JsonNode quote =
        Platform.JSON.readTree(platform.send("POST", "/quotes", cart, platform.key("till")).body());
    this.answers = new Answers(Answers.unitPrices(quote));
  }

  static Result run() throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-swap");
    try (Platform platform = Platform.start(folder, "-Dsouk.deploy.pollMillis=50")) {
      Shop.open(platform, folder);
      return new SwapBench(platform, folder).measure();
    }
  }

  private Result measure() throws Exception {
    warm();
    double steady;
    try (Tills tills = tills()) {
      Thread.sleep(STEADY_MILLIS);
      tills.close();
      steady = tills.p99Millis();
      System.out.printf(
          Locale.ROOT,
          "steady: %d quotes, p99 %.2f ms, %d failed%n",
          tills.requests(),
          steady,
          tills.failed());
    }
    swap(1);
    long loaders = Memory.bundleLoaders(platform.pid());
    long fallbacks = fallbacks();
    Tills tills = tills();
    long begin = System.nanoTime();
    for (int swap = 1; swap <= SWAPS; swap++) {
      swap(swap + 1);
      if (swap % 10 == 0) {
        System.out.printf("%d swaps, %d s%n", swap, (System.nanoTime() - begin) / 1_000_000_000);
      }
      long due = LEAST_MILLIS * swap / SWAPS - (System.nanoTime() - begin) / 1_000_000;
      Thread.sleep(Math.max(0, due));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    tills.close();
    long fallback = fallbacks() - fallbacks;
    long leaked = Memory.bundleLoaders(platform.pid()) - loaders;
    updates();
    double p99 = tills.p99Millis();
    double perSecond = tills.requests() / seconds;
    return new Result("swap")
        .with("requests", tills.requests())
        .with("swaps", SWAPS)
        .with("failed", tills.failed())
        .with("mixed", tills.mixed())
        .with("fallback", fallback)
        .with("p99Millis", p99, 2)
        .with("p99SteadyMillis", steady, 2)
        .with("leakedLoaders", leaked)
        .with("perSecond", perSecond, 0)
        .with("seconds", seconds, 1)
        .require(tills.failed() == 0, "failed = 0")
        .require(tills.mixed() == 0, "mixed = 0")
        .require(fallback == 0, "fallback = 0")
        .require(leaked <= 0, "leakedLoaders = 0")
        .require(perSecond >= 500, "perSecond >= 500")
        .require(p99 <= Math.max(2 * steady, 5), "p99Millis <= max(2 x steady, 5)");
  }

  private Tills tills() throws Exception {
    return new Tills(platform, cart, answers, TILLS, PER_SECOND);
  }

  private void warm() throws Exception {
    try (Tills tills = tills()) {
      Thread.sleep(10_000);
    }
  }

  /** The next version beside the old one, traffic over, the old one away. */
  private void swap(int version) throws Exception {
    platform.drop(VersionedJar.of(addon, folder, version), "addon-" + version + ".jar");
    String name = "1.0." + version;
    for (int i = 0; i < ROLES.size(); i++) {
      int role = i;
      Platform.await(
          IDS.get(i) + " " + name,
          LIMIT,
          () -> present(ROLES.get(role), IDS.get(role), name),
          here -> here);
      platform.select(ROLES.get(i), IDS.get(i), name);
    }
    if (Files.exists(folder.resolve("deploy/addon-" + (version - 1) + ".jar"))) {
      platform.take("addon-" + (version - 1) + ".jar");
      String old = "1.0." + (version - 1);
      Platform.await(
          "the end of " + old, LIMIT, () -> present(ROLES.get(0), IDS.get(0), old), here -> !here);
    }
  }

  private boolean present(String role, String strategy, String version) throws Exception {
    for (JsonNode one : platform.role(role).path("strategies")) {
      if (strategy.equals(one.path("strategy").asText())
          && version.equals(one.path("version").asText())) {
        return true;
      }
    }
    return false;
  }

  private long fallbacks() throws Exception {
    long sum = 0;
    for (String role : ROLES) {
      sum += platform.role(role).path("fallbackCount").asLong();
    }
    return sum;
  }

  /** The serving bundle itself is replaced: nobody fails, the built-in answers meanwhile. */
  private void updates() throws Exception {
    int strategy = SWAPS + 1;
    long before = fallbacks();
    Tills tills = tills();
    for (int update = 1; update <= UPDATES; update++) {
      platform.drop(
          VersionedJar.of(addon, folder, strategy, strategy + update),
          "addon-" + strategy + ".jar");
      Thread.sleep(1_000);
    }
    tills.close();
    System.out.println(
        new Result("swap-update")
            .with("requests", tills.requests())
            .with("updates", UPDATES)
            .with("failed", tills.failed())
            .with("mixed", tills.mixed())
            .with("fallback", fallbacks() - before)
            .with("p99Millis", tills.p99Millis(), 2)
            .line());
    if (tills.failed() > 0) {
      throw new IllegalStateException(tills.failed() + " quotes failed during updates in place");
    }
  }
}
