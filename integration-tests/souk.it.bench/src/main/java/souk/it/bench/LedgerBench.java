package souk.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import souk.offer.api.BatchRequest;
import souk.offer.api.CouponLedger;
import souk.offer.coupons.StandaloneLedger;
import souk.testkit.BudgetDrill;
import souk.testkit.LedgerDrills;

/** Long forms of the ledger's scenarios: limits, repeated requests, budgets, a million coupons. */
final class LedgerBench implements LedgerDrills.Reopenable {
  private static final int THREADS = 64;
  private final Path folder;
  private StandaloneLedger ledger;

  private LedgerBench(Path folder) {
    this.folder = folder;
    this.ledger = StandaloneLedger.openIn(folder, Clock.systemUTC());
  }

  @Override
  public CouponLedger ledger() {
    return ledger;
  }

  @Override
  public void restart() {
    ledger.close();
    ledger = StandaloneLedger.openIn(folder, Clock.systemUTC());
  }

  static Result run(Arguments options) throws Exception {
    Path folder =
        Files.createTempDirectory(
            Path.of(options.text("folder", System.getProperty("java.io.tmpdir"))),
            "souk-bench-ledger");
    LedgerBench bench = new LedgerBench(folder);
    try {
      return bench.all(options);
    } finally {
      bench.ledger.close();
      CorruptKinds.delete(folder);
    }
  }

  private Result all(Arguments options) throws Exception {
    int coupons = options.number("coupons", 1_000_000);
    int repeats = options.number("repeats", 200);
    int requests = options.number("requests", 100_000);
    int operations = options.number("operations", 1_000_000);
    long seed = options.number("seed", 4);
    Result memory = coupons(coupons);
    int wrong = 0;
    for (int i = 0; i < repeats; i++) {
      wrong += LedgerDrills.limited(ledger, "hundred-" + i, 10_000, 100) == 100 ? 0 : 1;
      wrong += LedgerDrills.limited(ledger, "one-" + i, 10_000, 1) == 1 ? 0 : 1;
      wrong += LedgerDrills.onePerCustomer(ledger, "own-" + i, 20, 50) == 0 ? 0 : 1;
      if ((i + 1) % 20 == 0) {
        System.out.printf("limits %d of %d%n", i + 1, repeats);
      }
    }
    String repeated = requests == 0 ? "" : LedgerDrills.repeated(this, requests, seed);
    System.out.println("repeated: " + (repeated.isEmpty() ? "right" : repeated));
    BudgetDrill drill = new BudgetDrill(ledger, "budget", operations * 50L);
    String budget = drill.run(operations, THREADS, seed);
    System.out.println("budget: " + (budget.isEmpty() ? "right" : budget));
    long rows = ledger.status().rows();
    long begin = System.nanoTime();
    restart();
    long millis = (System.nanoTime() - begin) / 1_000_000;
    return memory
        .with("limitRepeats", repeats)
        .with("limitsWrong", wrong)
        .with("requests", requests)
        .with("operations", operations)
        .with("refusedByBudget", drill.refused())
        .with("rows", rows)
        .with("startMillis", millis)
        .require(wrong == 0, "limitsWrong = 0")
        .require(repeated.isEmpty(), "one effect per key: " + repeated)
        .require(budget.isEmpty(), "spent <= budget: " + budget);
  }

  /** Heap that a batch needs after a full collection, and how long it takes to make and to read. */
  private Result coupons(int count) {
    long before = live();
    long begin = System.nanoTime();
    ledger.createBatch(BatchRequest.builder("million", count).build());
    final long made = (System.nanoTime() - begin) / 1_000_000;
    long bytes = live() - before;
    begin = System.nanoTime();
    restart();
    long read = (System.nanoTime() - begin) / 1_000_000;
    return new Result("ledger")
        .with("coupons", count)
        .with("couponMegabytes", bytes / 1e6, 1)
        .with("createMillis", made)
        .with("couponStartMillis", read)
        .require(bytes <= 200_000_000L, "couponMegabytes <= 200")
        .require(read <= 5_000, "couponStartMillis <= 5,000");
  }

  private static long live() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
