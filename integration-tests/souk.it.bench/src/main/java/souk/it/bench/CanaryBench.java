package souk.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.ServiceRegistration;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.TrialStatus.Verdict;
import souk.kernel.api.Trials;
import souk.model.SnapshotId;
import souk.model.TimeRange;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;
import souk.offer.spi.LinePricer;

/**
 * Canaries through the real corridor and the real offer engine: candidates planted 10 % worse in
 * margin must be stopped within their budget, equal ones must not, and all traffic must be back at
 * the primary at once. Options: {@code --runs} of each, {@code --seed}, {@code --worse} share,
 * {@code --exposures}, {@code --share}, {@code --noise}.
 */
final class CanaryBench {
  private static final int RUNS = 200;
  private static final long MOST_WAIT_NANOS = 100_000_000;
  private static final int CUSTOMERS = 100_000;
  private static final int AHEAD = 16;
  private static final int LOOK_EVERY = 10;
  private static final int MOST_QUOTES = 2_000_000;
  private static final Actor BENCH = new Actor("bench", "system");

  private final int runs;
  private final long seed;
  private final double worse;
  private final double noise;
  private final CanaryPlan plan;
  private final SimulatedBaskets baskets;
  private final OfferEngine engine;
  private final Trials trials;
  private final AuditTrail audit;
  private final CanaryShop shop;
  private long quotes;
  private long slowestRollbackMillis;

  /** How one run ended. */
  private record Run(Verdict verdict, long exposures, long samples, long dropped) {}

  private CanaryBench(Arguments options, CanaryShop shop) throws Exception {
    this.shop = shop;
    this.runs = options.number("runs", RUNS);
    this.seed = Long.parseLong(options.text("seed", "2026"));
    this.worse = Double.parseDouble(options.text("worse", "0.1"));
    this.noise = Double.parseDouble(options.text("noise", "0.2"));
    this.plan =
        CanaryPlan.builder(Double.parseDouble(options.text("share", "0.2")))
            .exposures(options.number("exposures", 1_000))
            .build();
    this.baskets = new SimulatedBaskets(seed);
    this.engine = shop.service(OfferEngine.class);
    this.trials = shop.service(Trials.class);
    this.audit = shop.service(AuditTrail.class);
    Instant now = Instant.now();
    TimeRange window = new TimeRange(now.minus(1, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS));
    Snapshot snapshot =
        Snapshot.builder(new SnapshotId("bench"), now)
            .part(PriceBook.class, baskets.priceBook())
            .part(OfferBook.class, baskets.offerBook(window))
            .build();
    shop.service(Snapshots.class).publish(snapshot);
  }

  static Result run(Arguments options) throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-canary");
    try (CanaryShop shop = CanaryShop.open(folder)) {
      return new CanaryBench(options, shop).measure();
    }
  }

  private Result measure() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "seed %d, %d runs of each, share %.3f, budget %d exposures, line noise %.2f%n",
        seed,
        runs,
        plan.share(),
        plan.exposures(),
        noise);
    long began = System.nanoTime();
    int bad = 0;
    int equal = 0;
    int passed = 0;
    long exposures = 0;
    long most = 0;
    for (int i = 0; i < runs; i++) {
      Run worseRun = trial("worse-" + i, 1 - worse, seed + 2L * i);
      if (worseRun.verdict().byGuardrail()) {
        bad += worseRun.verdict() == Verdict.STOPPED_WORSE ? 1 : 0;
        exposures += worseRun.exposures();
        most = Math.max(most, worseRun.exposures());
      }
      Run equalRun = trial("equal-" + i, 1, seed + 2L * i + 1);
      equal += equalRun.verdict().byGuardrail() ? 1 : 0;
      passed += equalRun.verdict() == Verdict.PASSED ? 1 : 0;
      if (i < 3 || (i + 1) % 20 == 0) {
        System.out.printf(
            Locale.ROOT,
            "%d runs: worse %s after %d exposures; equal %s after %d (%d pairs, %d dropped)%n",
            i + 1,
            worseRun.verdict(),
            worseRun.exposures(),
            equalRun.verdict(),
            equalRun.exposures(),
            equalRun.samples(),
            equalRun.dropped());
      }
    }
    double badStopped = (double) bad / runs;
    double equalStopped = (double) equal / runs;
    return new Result("canary")
        .with("badStopped", badStopped, 3)
        .with("equalStopped", equalStopped, 3)
        .with("rollbackMillis", slowestRollbackMillis)
        .with("runs", runs)
        .with("exposuresToStop", bad == 0 ? 0 : exposures / bad)
        .with("mostExposures", most)
        .with("equalPassed", (double) passed / runs, 3)
        .with("quotes", quotes)
        .with("seconds", (System.nanoTime() - began) / 1e9, 1)
        .require(badStopped >= 0.95, "badStopped >= 0.95")
        .require(equalStopped <= 0.05, "equalStopped <= 0.05")
        .require(slowestRollbackMillis <= 1_000, "rollbackMillis <= 1000");
  }

  private Run trial(String id, double scale, long runSeed) throws InterruptedException {
    StrategyRef ref = new StrategyRef("LinePricer", id, "1.0.0");
    AtomicLong asked = new AtomicLong();
    LinePricer pricer = SimulatedBaskets.pricer(scale, noise, runSeed);
    ServiceRegistration<LinePricer> registration =
        shop.offer(
            id,
            (cart, book) -> {
              asked.incrementAndGet();
              return pricer.unitPricesMinor(cart, book);
            });
    try {
      String trial = trials.canary(ref, plan, BENCH, "benchmark").id();
      long known = asked.get();
      long settledAt = known;
      long lastServed = System.nanoTime();
      Random random = new Random(runSeed);
      TrialStatus status = status(trial);
      String candidates = "";
      for (int i = 0; i < MOST_QUOTES && status.verdict() == Verdict.RUNNING; i++) {
        String customer = "customer " + random.nextInt(CUSTOMERS);
        quote(random, customer);
        long now = asked.get();
        if (now != known) {
          known = now;
          candidates = customer;
          lastServed = System.nanoTime();
        }
        if (now - settledAt >= AHEAD || now >= plan.exposures()) {
          settledAt = now;
          status = settled(trial);
        } else if (i % LOOK_EVERY == 0) {
          status = status(trial);
        }
      }
      if (status.verdict().byGuardrail()) {
        awaitRollback(ref, random, candidates, lastServed);
      }
      return new Run(
          status.verdict(),
          status.exposures(),
          status.metrics().stream().mapToLong(m -> m.samples()).max().orElse(0),
          status.dropped());
    } finally {
      registration.unregister();
    }
  }

  private Quote quote(Random random, String customer) {
    quotes++;
    return engine.quote(
        new QuoteRequest(baskets.basket(random, customer), Set.of(), Optional.empty()));
  }

  /** Pairs are awaited now and then, as a shop with a pause between quotes would have it. */
  private TrialStatus settled(String trial) {
    TrialStatus status = status(trial);
    long booked = -1;
    long changed = System.nanoTime();
    while (status.verdict() == Verdict.RUNNING
        && open(status)
        && System.nanoTime() - changed < MOST_WAIT_NANOS) {
      if (booked != booked(status)) {
        booked = booked(status);
        changed = System.nanoTime();
      }
      LockSupport.parkNanos(200_000);
      status = status(trial);
    }
    return status;
  }

  private static long booked(TrialStatus status) {
    long measured = status.metrics().stream().mapToLong(m -> m.samples()).min().orElse(0);
    return measured + status.dropped() + status.errors();
  }

  private boolean open(TrialStatus status) {
    return booked(status) < status.exposures() || status.exposures() >= plan.exposures();
  }

  private TrialStatus status(String trial) {
    return trials.find(trial).orElseThrow();
  }

  /** From the last quote of the candidate until the audit has it and its customer is elsewhere. */
  private void awaitRollback(StrategyRef ref, Random random, String customer, long lastServed) {
    boolean back = false;
    while (!back) {
      boolean primary = !quote(random, customer).strategies().contains(ref);
      AuditQuery query = AuditQuery.builder().kind("trial-stop").subject(ref.toString()).build();
      back = primary && !audit.entries(query, 1).isEmpty();
    }
    slowestRollbackMillis =
        Math.max(slowestRollbackMillis, (System.nanoTime() - lastServed) / 1_000_000);
  }
}
