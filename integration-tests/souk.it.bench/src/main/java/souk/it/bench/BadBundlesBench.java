package souk.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import souk.it.harness.BadForecasts;
import souk.it.harness.BadKind;
import souk.it.harness.Ordeal;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/**
 * Calls into bundles that go wrong in every way we know. Each platform first answers good quotes
 * for a while, so that its code is compiled, and then as long again to show what is late without a
 * bad bundle. Options: {@code --calls} per kind, {@code --kind} for one of them, {@code
 * --warm-seconds}.
 */
final class BadBundlesBench {
  private static final int CALLS = 10_000;

  /** A call that never comes back costs a thread; the platform has 32 to lose. */
  private static final int ENTER_FOR_EVER = 15;

  private static final int HOARDS = 20;
  private static final int WARM_SECONDS = 20;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final int calls;
  private final String only;
  private final Duration warm;
  private final Path jar;
  private int kinds;
  private long asked;
  private long entered;
  private long failed;
  private long late;
  private int stuck;
  private int deaths;
  private int deathsOfMemory;
  private double worst;
  private boolean circuits = true;
  private boolean reasons = true;

  private BadBundlesBench(Arguments options) {
    this.calls = options.number("calls", CALLS);
    this.only = options.text("kind", "");
    this.warm = Duration.ofSeconds(options.number("warm-seconds", WARM_SECONDS));
    this.jar =
        Path.of(System.getProperty("souk.root"))
            .resolve("integration-tests/souk.it.badbundles/target")
            .resolve("souk.it.badbundles-" + System.getProperty("souk.version") + ".jar");
  }

  static Result run(Arguments options) throws Exception {
    return new BadBundlesBench(options).measure();
  }

  private Result measure() throws Exception {
    strategies(BadKind.all().stream().filter(k -> k.comesBack() && !k.mayKill()).toList());
    for (BadKind kind : BadKind.all()) {
      if (!kind.comesBack() || kind.mayKill()) {
        strategies(List.of(kind));
      }
    }
    return new Result("badbundles")
        .with("failed", failed)
        .with("kinds", kinds)
        .with("calls", asked)
        .with("entered", entered)
        .with("late", late)
        .with("worstMillis", worst, 2)
        .with("quarantined", stuck)
        .with("jvmDeaths", deaths)
        .with("jvmDeathsOutOfMemory", deathsOfMemory)
        .require(failed == 0, "failed = 0")
        .require(late == 0, "late = 0")
        .require(deaths == 0, "jvmDeaths = 0")
        .require(circuits, "every circuit opens after 5 failures")
        .require(reasons, "every reason is told");
  }

  /** On a platform of their own: what one kind breaks must not be blamed on the next. */
  private void strategies(List<BadKind> all) throws Exception {
    List<BadKind> wanted =
        all.stream().filter(k -> only.isEmpty() || only.equals(k.strategy())).toList();
    boolean forecasts = all.size() > 1 && (only.isEmpty() || only.equals(BadForecasts.STRATEGY));
    if (wanted.isEmpty() && !forecasts) {
      return;
    }
    Path folder = Files.createTempDirectory("souk-bench-bad");
    // Each forecast is a job, and there are more of them than one key may start.
    Path deploy = Files.createDirectories(folder.resolve("deploy"));
    Files.writeString(deploy.resolve("souk.edge.rest.config"), "jobsPerMinuteAndKey=I\"0\"\n");
    try (Platform platform = Platform.start(folder)) {
      Shop.open(platform, folder);
      Ordeal.install(platform, jar);
      Ordeal ordeal = new Ordeal(platform);
      peace("warming", ordeal);
      peace("in peace", ordeal);
      for (BadKind kind : wanted) {
        long enter = kind.mayKill() ? HOARDS : kind.comesBack() ? calls : ENTER_FOR_EVER;
        Processors begin = Processors.now(platform.pid());
        Ordeal.Outcome outcome = ordeal.run(kind, kind.mayKill() ? HOARDS : calls, enter, LIMIT);
        note(kind, outcome);
        if (platform.alive()) {
          System.out.println(
              "  " + Processors.now(platform.pid()).since(begin).text(outcome.calls()));
        }
      }
      if (forecasts) {
        note(new BadForecasts(platform).run(calls));
      }
      if (!platform.alive() && wanted.stream().noneMatch(BadKind::mayKill)) {
        deaths++;
      }
    }
  }

  private void peace(String phase, Ordeal ordeal) throws Exception {
    Ordeal.Outcome outcome = ordeal.inPeace(warm);
    System.out.printf(
        Locale.ROOT,
        "%-14s calls %d, failed %d, late %d, worst %.1f ms (tills %.1f ms)%n",
        phase,
        outcome.calls(),
        outcome.failed(),
        outcome.late(),
        outcome.worstMillis(),
        outcome.worstSeenMillis());
  }

  private void note(BadKind kind, Ordeal.Outcome outcome) {
    System.out.printf(
        Locale.ROOT,
        "%-14s calls %d, entered %d, failed %d, late %d, worst %.1f ms (tills %.1f ms), opened after %d, stuck %d, \"%s\"%n",
        kind.strategy(),
        outcome.calls(),
        outcome.entered(),
        outcome.failed(),
        outcome.late(),
        outcome.worstMillis(),
        outcome.worstSeenMillis(),
        outcome.failuresToOpen(),
        outcome.stuck(),
        outcome.reason());
    if (kind.mayKill()) {
      deathsOfMemory += outcome.entered() < 0 ? 1 : 0;
      return;
    }
    if (!outcome.problem().isEmpty()) {
      System.err.println(kind.strategy() + ": " + outcome.problem());
    }
    kinds++;
    asked += outcome.calls();
    entered += Math.max(0, outcome.entered());
    failed += outcome.failed();
    late += outcome.late();
    stuck += outcome.stuck();
    worst = Math.max(worst, outcome.worstMillis());
    circuits &= outcome.failuresToOpen() == 5;
    reasons &= kind.explains(outcome.reason());
  }

  private void note(BadForecasts.Outcome outcome) {
    System.out.printf(
        "%-14s calls %d, entered %d, failed %d, \"%s\"%n",
        BadForecasts.STRATEGY,
        outcome.calls(),
        outcome.entered(),
        outcome.failed(),
        outcome.reason());
    kinds++;
    asked += outcome.calls();
    entered += outcome.entered();
    failed += outcome.failed();
    reasons &= outcome.reason().contains("NaN");
  }
}
