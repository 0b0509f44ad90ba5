package souk.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spoilt files and mappings through the real store: none may end in anything but a named refusal or
 * a load that accounts for each row. {@code --cases}, {@code --seed}.
 */
final class FuzzFilesBench {
  private static final int CASES_PER_STORE = 500;
  private static final int SHOWN = 20;
  private final Map<FuzzTarget.Fault, Integer> faults = new EnumMap<>(FuzzTarget.Fault.class);
  private final Map<String, String> shown = new TreeMap<>();
  private long accepted;
  private long quarantined;

  static Result run(Arguments options) throws Exception {
    long any = System.nanoTime() & 0xFFFF_FFFFL;
    long seed = Long.parseLong(options.text("seed", Long.toString(any)));
    int cases = options.number("cases", 100_000);
    Result result = new FuzzFilesBench().cases(seed, cases);
    FuzzMemory.measure(result);
    return result;
  }

  Result cases(long seed, int cases) throws IOException {
    System.out.printf("seed %d, %d cases%n", seed, cases);
    for (int done = 0; done < cases; done += CASES_PER_STORE) {
      try (FuzzTarget target = new FuzzTarget(Files.createTempDirectory("souk-fuzz"))) {
        for (int i = done; i < Math.min(cases, done + CASES_PER_STORE); i++) {
          take(target, seed + i);
        }
        target
            .stray()
            .ifPresent(
                row -> {
                  faults.merge(FuzzTarget.Fault.PARTIAL, 1, Integer::sum);
                  shown.put("a row of a load that did not end: " + row, "seed " + seed);
                });
      }
      int sofar = Math.min(cases, done + CASES_PER_STORE);
      System.out.printf("%d of %d, faults %s%n", sofar, cases, faults);
    }
    shown.forEach((detail, where) -> System.out.printf("%s: %s%n", where, detail));
    return new Result("fuzzfiles")
        .with("cases", cases)
        .with("uncaught", faults.getOrDefault(FuzzTarget.Fault.UNCAUGHT, 0))
        .with("unnamed", faults.getOrDefault(FuzzTarget.Fault.UNNAMED, 0))
        .with("partial", faults.getOrDefault(FuzzTarget.Fault.PARTIAL, 0))
        .with("accepted", accepted)
        .with("quarantinedRows", quarantined)
        .with("seed", seed)
        .require(faults.isEmpty(), "no fault");
  }

  private void take(FuzzTarget target, long seed) throws IOException {
    FuzzInput input = new FuzzSource(seed).make();
    FuzzTarget.Outcome outcome = target.take(input);
    accepted += outcome.accepted() ? 1 : 0;
    quarantined += outcome.quarantined();
    outcome
        .fault()
        .ifPresent(
            fault -> {
              faults.merge(fault, 1, Integer::sum);
              if (shown.size() < SHOWN) {
                shown.putIfAbsent(
                    outcome.detail(), "%s, seed %d, %s".formatted(fault, seed, input.kind()));
              }
            });
  }
}
