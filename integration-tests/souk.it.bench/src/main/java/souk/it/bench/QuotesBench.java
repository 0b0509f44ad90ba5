package souk.it.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import souk.it.bench.quotes.Contender;
import souk.it.bench.quotes.EngineContender;
import souk.it.bench.quotes.EngineContender.Detail;
import souk.it.bench.quotes.Judge;
import souk.it.bench.quotes.LinearScan;
import souk.it.bench.quotes.Market;
import souk.it.bench.quotes.MarketGenerator;
import souk.it.bench.quotes.Oracle;
import souk.it.bench.quotes.QuotingProcess;
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
  private static final int ROUNDS = 25;
  private static final int WARM = 15;
  private static final int MILLIS = 300;
  private static final int LATENCIES = 200_000;
  private static final int SLOW_LATENCIES = 20_000;
  private static final String THREADS = "plainThreads";
  private static final String PROCESSES = "plainProcesses";

  private final Arguments options;
  private final Market market;
  private final Market large;
  private final Judge byPriority;
  private final Judge best;
  private final Interleaved turns = new Interleaved();
  private final List<Turns> judged = new ArrayList<>();
  private final Map<String, Long> wrong = new LinkedHashMap<>();
  private long wrongElsewhere;

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
    Contender.Worker whyNot =
        enter(new EngineContender(market, Detail.WHY_NOT, Selector.BY_PRIORITY), byPriority);
    enter(new EngineContender(market, Detail.PLAIN, Selector.BEST_FOR_CUSTOMER), best);
    enter(new EngineContender(market, Detail.EXPLAINED, Selector.BEST_FOR_CUSTOMER), best);
    Contender live = new EngineContender(large, Detail.PLAIN, Selector.BY_PRIORITY);
    enter("plain10k", live.worker(), byPriority);
    Contender.Worker one = enter(plain, byPriority);
    Optional<Contender.Worker> drools = peer("souk.it.peers.DroolsContender");
    enter(new EngineContender(market, Detail.EXPLAINED, Selector.BY_PRIORITY), byPriority);
    peer("souk.it.peers.DroolsMatching");
    Contender.Worker scan = enter(new LinearScan(market), byPriority);
    List<QuotingProcess> processes = processes();
    try {
      oneAndTwo(plain, processes);
      turns.run(
          options.number("warm", WARM),
          options.number("rounds", ROUNDS),
          options.number("millis", MILLIS) * 1_000_000L);
    } finally {
      processes.forEach(QuotingProcess::close);
    }
    wrongElsewhere = processes.stream().mapToLong(QuotingProcess::mismatches).sum();
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

  /** One thread, two threads; and what two processes make of the same machine beside each other. */
  private void oneAndTwo(Contender contender, List<QuotingProcess> processes) {
    for (int count = 1; count <= processes.size(); count++) {
      Turns turn = new Turns(byPriority, market.baskets().size());
      judged.add(turn);
      List<Contender.Worker> workers = Stream.generate(contender::worker).limit(count).toList();
      turns.add(THREADS + count, nanos -> turn.run(workers, nanos));
    }
    for (int count = 1; count <= processes.size(); count++) {
      List<QuotingProcess> some = processes.subList(0, count);
      turns.add(
          PROCESSES + count,
          nanos -> QuotingProcess.run(some, nanos),
          () -> some.stream().mapToLong(QuotingProcess::processorNanos).sum());
    }
  }

  private List<QuotingProcess> processes() throws IOException {
    long seed = options.number("seed", SEED);
    int carts = market.baskets().size();
    return List.of(new QuotingProcess(seed, carts), new QuotingProcess(seed, carts));
  }

  /** Drools, if it is there. */
  private Optional<Contender.Worker> peer(String name) throws ReflectiveOperationException {
    Class<?> type;
    try {
      type = Class.forName(name);
    } catch (ClassNotFoundException absent) {
      System.out.printf(
          "%s is not here, so it is not measured.%nMaybe Maven could not fetch it: mvn -Pbench -DskipTests -pl integration-tests/souk.it.peers -am package%n",
          name);
      return Optional.empty();
    }
    long begin = System.nanoTime();
    Contender peer = (Contender) type.getConstructor(Market.class).newInstance(market);
    System.out.printf(
        Locale.ROOT,
        "%s: rules compiled in %.1f s%n",
        peer.name(),
        (System.nanoTime() - begin) / 1e9);
    return Optional.of(enter(peer, byPriority));
  }

  /** Processors that a contender had: two threads on one are no faster than one. */
  private double processors(String name) {
    return turns.perSecond(name) * turns.processorMicros(name) / 1e6;
  }

  /** The median of a ratio's rounds; the quartiles are shown. */
  private double ratio(String title, String name, String other) {
    Interleaved.Quartiles quartiles = turns.quartiles(name, other);
    System.out.print(quartiles.text(title));
    return quartiles.median();
  }

  private double processorRatio(boolean drools, String name) {
    return drools ? turns.processorRatio(name, "drools") : Double.NaN;
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
        wrongElsewhere
            + wrong.values().stream().mapToLong(Long::longValue).sum()
            + judged.stream().mapToLong(Turns::mismatches).sum();
    boolean drools = turns.has("drools");
    double ratioPlain = drools ? ratio("ratioPlain", "plain", "drools") : Double.NaN;
    double ratioExplained = drools ? ratio("ratioExplained", "explained", "drools") : Double.NaN;
    double ratio10k = ratio("ratio10k", "plain", "plain10k");
    double ratioThreads = ratio("ratioThreads", THREADS + 2, THREADS + 1);
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
            .with("twoProcesses", ratio("twoProcesses", PROCESSES + 2, PROCESSES + 1), 2)
            .with("threadsProcessors", processors(THREADS + 2), 2)
            .with("whyNotMicros", whyNot, 1)
            .with("reloadMillis", reloadMillis, 0)
            .with("couponsMb", couponsMb, 0)
            .with("ratioScan", turns.ratio("plain", "scan"), 1)
            .with("ratioBest", drools ? turns.ratio("plainBest", "drools") : Double.NaN, 1)
            .with("processorPlain", processorRatio(drools, "plain"), 1)
            .with("processorExplained", processorRatio(drools, "explained"), 1);
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
