package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import souk.it.bench.refresh.Callers;
import souk.it.bench.refresh.Calls;
import souk.it.bench.refresh.Workers;
import souk.it.harness.Platform;
import souk.it.harness.exchange.Exchanges;
import souk.it.harness.sequences.SecondArchive;
import souk.it.harness.sequences.SequenceDrill;

/**
 * Every provider is updated and refreshed three times while callers ask all rooms over HTTP. What
 * holds the line itself, {@code souk.edge.rest}, is exchanged at the end and counted apart, and so
 * are jobs, which a provider that goes may interrupt. Options: {@code --refreshes}, {@code
 * --callers}, {@code --settle-millis}, {@code --only NAME}.
 */
final class RefreshBench {
  private static final String EDGE = "souk.edge.rest";

  private final Platform platform;
  private final Exchanges exchanges;
  private final int refreshes;
  private final int settleMillis;
  private long calls;
  private long failed;
  private double worstMillis;

  private RefreshBench(Platform platform, Exchanges exchanges, Arguments options) {
    this.platform = platform;
    this.exchanges = exchanges;
    this.refreshes = options.number("refreshes", 3);
    this.settleMillis = options.number("settle-millis", 300);
  }

  static Result run(Arguments options) throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-refresh");
    Result result;
    try (Platform platform = Platform.start(folder, "-Dsouk.deploy.pollMillis=100")) {
      Calls.open(platform, folder);
      RefreshBench bench = new RefreshBench(platform, Exchanges.in(platform, folder), options);
      result = bench.measure(options);
    }
    return sequences(result, Files.createTempDirectory("souk-bench-refresh"));
  }

  private Result measure(Arguments options) throws Exception {
    List<String> providers = providers(options.text("only", ""));
    List<Calls.Call> asked = Calls.of(platform);
    long mapped = exchanges.mappedLibraries();
    Result result = new Result("refresh");
    long jobs;
    Map<String, Long> lost;
    try (Workers workers = new Workers(platform, Calls.work())) {
      try (Callers callers = Callers.begin(platform, asked, options.number("callers", 4))) {
        Thread.sleep(2_000);
        report("in peace", 0, callers.look());
        for (String provider : providers) {
          exchange(provider, callers);
        }
      }
      jobs = workers.jobs();
      lost = workers.failures();
    }
    lost.forEach((kind, count) -> System.out.printf("  job %d x %s%n", count, kind));
    long after = exchanges.mappedLibraries();
    result
        .with("providers", providers.size())
        .with("refreshes", (long) providers.size() * refreshes)
        .with("calls", calls)
        .with("failed", failed)
        .with("slowestMillis", worstMillis, 0)
        .with("mappedLibraries", after)
        .with("jobs", jobs)
        .with("jobsInterrupted", lost.values().stream().mapToLong(Long::longValue).sum())
        .require(failed == 0, "failed = 0")
        .require(after == mapped, "mapped libraries stay " + mapped);
    return edge(result, asked);
  }

  private void exchange(String provider, Callers callers) throws Exception {
    long millis = 0;
    for (int i = 0; i < refreshes; i++) {
      millis = Math.max(millis, exchanges.exchange(provider));
      Thread.sleep(settleMillis);
    }
    Callers.Seen seen = callers.look();
    report(provider, millis, seen);
    calls += seen.asked();
    failed += seen.failed();
    worstMillis = Math.max(worstMillis, seen.worstMillis());
  }

  private static void report(String what, long millis, Callers.Seen seen) {
    System.out.printf("%-32s %6d ms, %s%n", what, millis, seen.line());
    seen.failures().forEach((kind, count) -> System.out.printf("  %d x %s%n", count, kind));
  }

  /** The line itself goes: whoever asks in that moment gets no answer, and asks again. */
  private Result edge(Result result, List<Calls.Call> asked) throws Exception {
    try (Callers callers = Callers.begin(platform, asked, 1)) {
      long away = 0;
      for (int i = 0; i < refreshes; i++) {
        away = Math.max(away, exchanges.exchange(EDGE));
        Thread.sleep(1_000);
      }
      Callers.Seen seen = callers.look();
      report(EDGE, away, seen);
      Thread.sleep(settleMillis);
      return result
          .with("edgeMillis", away)
          .with("edgeCalls", seen.asked())
          .with("edgeFailed", seen.failed())
          .require(callers.look().failed() == 0, "no failed call after the edge is back");
    }
  }

  private List<String> providers(String only) throws Exception {
    List<String> providers = new ArrayList<>();
    for (JsonNode feature : platform.get("/features")) {
      if (feature.path("state").asText().equals("ACTIVE")) {
        for (JsonNode bundle : feature.path("bundles")) {
          String name = bundle.asText().split(" ", -1)[0];
          boolean provider =
              name.startsWith("souk.")
                  && !name.endsWith(".api")
                  && !name.startsWith("souk.kernel.")
                  && !name.startsWith("souk.wrap.")
                  && !name.equals("souk.model")
                  && !name.equals(EDGE);
          if (provider && (only.isEmpty() || only.equals(name))) {
            providers.add(name);
          }
        }
      }
    }
    return providers;
  }

  /** The provider of the second archive, asked from inside. */
  private static Result sequences(Result result, Path folder) throws Exception {
    if (!Files.isDirectory(SecondArchive.NATIVES)) {
      System.out.println(
          "TensorFlow's native library is not here: souk.learn.tensorflow is left out.");
      return result;
    }
    Properties seen =
        SequenceDrill.run(folder, SecondArchive.NATIVES, "rows=0 epochs=0 calls=100 again=1");
    if (seen.containsKey("failed")) {
      throw new IllegalStateException(seen.getProperty("failed"));
    }
    System.out.println("souk.learn.tensorflow: " + seen);
    double mapped = number(seen, "mappedAfter");
    return result
        .with("sequenceCalls", (long) number(seen, "refreshCalls"))
        .with("sequenceFailed", (long) number(seen, "refreshFailed"))
        .with("engineStartMillis", number(seen, "engineStartMillis"), 1)
        .with("mappedNativeCopies", (long) mapped)
        .require(number(seen, "refreshFailed") == 0, "sequenceFailed = 0")
        .require(number(seen, "mappedBefore") == mapped, "mapped native copies stay");
  }

  private static double number(Properties seen, String name) {
    return Double.parseDouble(seen.getProperty(name));
  }
}
