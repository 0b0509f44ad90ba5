package souk.it.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entry point: {@code Bench NAME [--option value]...}; exit code 0 if every limit holds. */
public final class Bench {
  private static final Map<String, Named> BENCHES = new LinkedHashMap<>();

  static {
    BENCHES.put(
        "swap",
        new Named(
            "quotes at 80 % of the peak while strategies are swapped 1,000 times", SwapBench::run));
    BENCHES.put(
        "badbundles", new Named("10,000 calls into each kind of bad bundle", BadBundlesBench::run));
    BENCHES.put(
        "canary",
        new Named("guardrails on worse and equal strategies, 200 runs each", CanaryBench::run));
    BENCHES.put("start", new Named("second start on the demonstration's state", StartBench::run));
    BENCHES.put("backup", new Named("100 backups under writers, each restored", BackupBench::run));
    BENCHES.put("addon", new Named("from no project to a strategy that serves", AddonBench::run));
    BENCHES.put("fuzzhttp", new Named("100,000 spoilt requests, and a siege", FuzzHttpBench::run));
    BENCHES.put("corrupt", new Named("100,000 damaged state files", CorruptBench::run));
    BENCHES.put("reproducible", new Named("two builds, the same bytes", ReproducibleBench::run));
    BENCHES.put("quotes", new Named("quotes against Drools and a scan by hand", QuotesBench::run));
    BENCHES.put("http", new Named("quotes over HTTP against a bare servlet", HttpBench::run));
    BENCHES.put("redeem", new Named("durable redemptions, 64 threads and one", RedeemBench::run));
    BENCHES.put(
        "ledger",
        new Named("limits, budgets, keys and a million coupons (R4-R6)", LedgerBench::run));
    BENCHES.put("export", new Named("1,000,000 redemptions as one file (R18)", ExportBench::run));
    BENCHES.put("prices", new Named("ladder of 5,000 items x 15 steps", PricesBench::run));
    BENCHES.put("elasticity", new Named("published price elasticities", ElasticityBench::run));
    BENCHES.put("m3", new Named("2,184 monthly and quarterly series of M3", M3Bench::run));
    BENCHES.put("m4weekly", new Named("359 weekly series of M4", M4WeeklyBench::run));
    BENCHES.put(
        "members", new Named("which one-series methods earn their place", MembersBench::run));
    BENCHES.put(
        "forecastspeed",
        new Named("processor time per series beside R's forecast", ForecastSpeedBench::run));
    BENCHES.put(
        "grocery",
        new Named("one model over many series, prices and promotions known", GroceryBench::run));
    BENCHES.put(
        "chain", new Named("30,000 series, pooled fit and forecast on two cores", ChainBench::run));
    BENCHES.put("segments", new Named("groups of customers, and what follows", SegmentsBench::run));
    BENCHES.put("uplift", new Named("whom an e-mail changes, held-out rows", UpliftBench::run));
    BENCHES.put(
        "lifetime",
        new Named("expected purchases beside what came, models and rules", LifetimeBench::run));
    BENCHES.put(
        "customers", new Named("who buys and who stays away, all families", CustomersBench::run));
    BENCHES.put("profiles", new Named("looking customers up over HTTP", ProfilesBench::run));
    BENCHES.put("erasure", new Named("one customer out of 10,000,000 lines", ErasureBench::run));
    BENCHES.put("cdnow", new Named("published models of repeat buying", CdnowBench::run));
    BENCHES.put(
        "shoppers",
        new Named("who buys: 12,330 sessions against scikit-learn", ShoppersBench::run));
    BENCHES.put(
        "lstm", new Named("a network trained beside, served inside the platform", LstmBench::run));
    BENCHES.put(
        "behavior",
        new Named("a Transformer over events at 1 to 100 % of the labels", BehaviorBench::run));
    BENCHES.put(
        "carts",
        new Named("10,000,000 random carts, 100,000 against all sets (R12)", CartsBench::run));
    BENCHES.put(
        "desk", new Named("the offer desk with 10,000 offers for 10,000 articles", DeskBench::run));
    BENCHES.put(
        "fuzzfiles", new Named("100,000 spoilt files and mappings (R10)", FuzzFilesBench::run));
  }

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "help" : arguments[0];
    Named bench = BENCHES.get(name);
    if (bench == null) {
      BENCHES.forEach((key, value) -> System.out.printf("  %-12s %s%n", key, value.description));
      System.exit("help".equals(name) ? 0 : 2);
      return;
    }
    List<String> options = List.of(arguments).subList(1, arguments.length);
    if (options.contains("--help") || options.contains("-h")) {
      System.out.printf("%s: %s%n", name, bench.description);
      System.out.println(
          "Options are given as --name value; docs/benchmarks.md says which there are.");
      return;
    }
    Result result = bench.work.run(Arguments.of(arguments, 1));
    System.out.println(result.line());
    result.misses().forEach(miss -> System.err.println("souk: " + miss));
    System.exit(result.misses().isEmpty() ? 0 : 1);
  }

  private record Named(String description, Tunable work) {
    Named(String description, Work work) {
      this(description, (Tunable) options -> work.run());
    }
  }

  /** One measurement. */
  interface Work {
    Result run() throws Exception;
  }

  /** One measurement with options. */
  interface Tunable {
    Result run(Arguments options) throws Exception;
  }
}
