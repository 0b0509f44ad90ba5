package souk.it.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import souk.it.bench.quotes.Contender;
import souk.it.bench.quotes.EngineContender;
import souk.it.bench.quotes.EngineContender.Detail;
import souk.it.bench.quotes.Judge;
import souk.it.bench.quotes.LinearScan;
import souk.it.bench.quotes.Market;
import souk.it.bench.quotes.MarketGenerator;
import souk.it.bench.quotes.Oracle;
import souk.it.bench.quotes.Turns;
import souk.offer.lib.compiled.Selector;

/**
 * What a quote costs, against Drools and a scan by hand: one market, every answer judged. Options:
 * {@code --seed}, {@code --carts}, {@code --warm} rounds that do not count, {@code --rounds},
 * {@code --millis} per turn.
 */
final class QuotesBench {
  private static final int SEED = 650;
  private static final int CARTS = 2_000;
  private static final int MORE = 9_800;
  private static final int ROUNDS = 7;
  private static final int WARM = 6;
  private static final int LATENCIES = 200_000;
  private static final int SLOW_LATENCIES = 20_000;
  private static final List<String> PEERS =
      List.of("souk.it.peers.DroolsContender", "souk.it.peers.DroolsMatching");

  private final Arguments options;
  private final Market market;
  private final Market large;
  private final Judge byPriority;
  private final Judge best;
  private final Interleaved turns = new Interleaved();
  private final List<Turns> judged = new ArrayList<>();
  private final Map<String, Long> wrong = new LinkedHashMap<>();

  private QuotesBench(Arguments options) {
    this.options = options;
    long seed = options.number("seed", SEED);
    int carts = options.number("carts", CARTS);
    this.market = MarketGenerator.of(seed, carts);
    this.large = MarketGenerator.of(seed, carts, MORE);
    Oracle oracle = new Oracle(market);
    this.byPriority = new Judge(market.baskets().stream().map(oracle::byPriority).toList());
    this.best = new Judge(market.baskets().stream().map(oracle::best).toList());
    System.out.printf(
        "seed %d: %d promotions of 6 kinds, %d carts of 10 lines%n",
        seed, market.promotions().size(), carts);
  }

  static Result run(Arguments options) throws Exception {
    return new QuotesBench(options).measure();
  }

  private Result measure() throws Exception {
    Contender plain = new EngineContender(market, Detail.PLAIN, Selector.BY_PRIORITY);
    Contender.Worker scan = enter(new LinearScan(market), byPriority);
    Contender.Worker one = enter(plain, byPriority);
    enter(new EngineContender(market, Detail.EXPLAINED, Selector.BY_PRIORITY), byPriority);
    Contender.Worker whyNot =
        enter(new EngineContender(market, Detail.WHY_NOT, Selector.BY_PRIORITY), byPriority);
    enter(new EngineContender(market, Detail.PLAIN, Selector.BEST_FOR_CUSTOMER), best);
    enter(new EngineContender(market, Detail.EXPLAINED, Selector.BEST_FOR_CUSTOMER), best);
    Contender live = new EngineContender(large, Detail.PLAIN, Selector.BY_PRIORITY);
    enter("plain10k", live.worker(), byPriority);
    two(plain);
    Optional<Contender.Worker> drools = peers();
    turns.run(
        options.number("warm", WARM),
        options.number("rounds", ROUNDS),
        options.number("millis", 1_000) * 1_000_000L);
    System.out.print(turns.table("quotes"));
    Turns singles = new Turns(byPriority, market.baskets().size());
    long[] nanos = latencies(singles, "plain", one, LATENCIES);
    long[] whyNots = latencies(singles, "whyNot", whyNot, SLOW_LATENCIES);
    latencies(singles, "scan", scan, SLOW_LATENCIES);
    drools.ifPresent(worker -> latencies(singles, "drools", worker, SLOW_LATENCIES));
    judged.add(singles);
    return result(nanos, whyNots, Reload.medianMillis(large), CouponMemory.megabytes());
  }

  private Contender.Worker enter(Contender contender, Judge judge) {
    return enter(contender.name(), contender.worker(), judge);
  }

  private Contender.Worker enter(String name, Contender.Worker worker, Judge judge) {
    wrong.put(name, judge.mismatches(name, worker));
    Turns turn = new Turns(judge, market.baskets().size());
    judged.add(turn);
    turns.add(name, nanos -> turn.run(worker, nanos));
    return worker;
  }

  private void two(Contender contender) {
    Turns turn = new Turns(byPriority, market.baskets().size());
    judged.add(turn);
    List<Contender.Worker> workers = List.of(contender.worker(), contender.worker());
    turns.add("plainTwoThreads", nanos -> turn.run(workers, nanos));
  }

  /** Drools, if it is there. */
  private Optional<Contender.Worker> peers() throws ReflectiveOperationException {
    Optional<Contender.Worker> first = Optional.empty();
    for (String name : PEERS) {
      Class<?> type;
      try {
        type = Class.forName(name);
      } catch (ClassNotFoundException absent) {
        System.out.printf(
            "%s is not here, so it is not measured.%nMaybe Maven could not fetch it: mvn -Pbench -DskipTests -pl integration-tests/souk.it.peers -am package%n",
            name);
        continue;
      }
      long begin = System.nanoTime();
      Contender peer = (Contender) type.getConstructor(Market.class).newInstance(market);
      System.out.printf(
          Locale.ROOT,
          "%s: rules compiled in %.1f s%n",
          peer.name(),
          (System.nanoTime() - begin) / 1e9);
      Contender.Worker worker = enter(peer, byPriority);
      first = first.or(() -> Optional.of(worker));
    }
    return first;
  }

  /** Processors that a contender had: two threads on one are no faster than one. */
  private double processors(String name) {
    return turns.perSecond(name) * turns.processorMicros(name) / 1e6;
  }

  private static long[] latencies(Turns singles, String name, Contender.Worker worker, int quotes) {
    long[] nanos = singles.latencies(worker, quotes);
    System.out.printf(
        Locale.ROOT,
        "%-16s p50 %.2f, p99 %.2f, worst %.0f us%n",
        name,
        micros(nanos, 0.5),
        micros(nanos, 0.99),
        micros(nanos, 1));
    return nanos;
  }

  private static double micros(long[] sorted, double quantile) {
    return sorted[(int) Math.min(sorted.length - 1, (long) (sorted.length * quantile))] / 1e3;
  }

  private Result result(long[] nanos, long[] whyNots, double reloadMillis, double couponsMb) {
    long mismatches =
        wrong.values().stream().mapToLong(Long::longValue).sum()
            + judged.stream().mapToLong(Turns::mismatches).sum();
    boolean drools = turns.has("drools");
    double ratioPlain = drools ? turns.ratio("plain", "drools") : Double.NaN;
    double ratioExplained = drools ? turns.ratio("explained", "drools") : Double.NaN;
    double ratio10k = turns.ratio("plain", "plain10k");
    double ratioThreads = turns.ratio("plainTwoThreads", "plain");
    double whyNot = micros(whyNots, 0.5);
    Result result =
        new Result("quotes")
            .with("ratioPlain", ratioPlain, 1)
            .with("ratioExplained", ratioExplained, 1)
            .with("mismatches", mismatches)
            .with("p50Micros", micros(nanos, 0.5), 2)
            .with("p99Micros", micros(nanos, 0.99), 2)
            .with("ratio10k", ratio10k, 2)
            .with("ratioThreads", ratioThreads, 2)
            .with("threadsProcessors", processors("plainTwoThreads"), 2)
            .with("whyNotMicros", whyNot, 1)
            .with("reloadMillis", reloadMillis, 0)
            .with("couponsMb", couponsMb, 0)
            .with("ratioScan", turns.ratio("plain", "scan"), 1)
            .with("ratioBest", drools ? turns.ratio("plainBest", "drools") : Double.NaN, 1);
    if (turns.has("droolsMatching")) {
      result.with("ratioMatching", turns.ratio("plain", "droolsMatching"), 1);
    }
    for (String name : wrong.keySet()) {
      result.with(name + "PerSecond", turns.perSecond(name), 0);
    }
    return result
        .require(mismatches == 0, "mismatches = 0")
        .require(!drools || ratioPlain >= 50, "ratioPlain >= 50")
        .require(!drools || ratioExplained >= 25, "ratioExplained >= 25")
        .require(whyNot <= 100, "whyNotMicros <= 100")
        .require(ratio10k <= 2, "ratio10k <= 2")
        .require(ratioThreads >= 1.6, "ratioThreads >= 1.6")
        .require(reloadMillis <= 500, "reloadMillis <= 500")
        .require(couponsMb <= 200, "couponsMb <= 200");
  }
}
