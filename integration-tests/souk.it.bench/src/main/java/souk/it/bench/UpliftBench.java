package souk.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import souk.customer.lib.uplift.Nuisance;
import souk.customer.lib.uplift.Trial;
import souk.customer.lib.uplift.UpliftLearner;
import souk.customer.lib.uplift.base.BaseFamily;
import souk.customer.lib.uplift.choice.Placebo;
import souk.customer.lib.uplift.measure.Estimate;
import souk.customer.lib.uplift.measure.PolicyValue;
import souk.customer.lib.uplift.measure.Qini;
import souk.it.bench.uplift.HeldOut;
import souk.it.bench.uplift.Hillstrom;

/**
 * All uplift learners on the e-mail trial of Hillstrom, women's mail against none: chosen on two
 * thirds of the rows, measured on the last third. Options: {@code --mail}, {@code --outcome},
 * {@code --seed}, {@code --placebo}.
 */
final class UpliftBench {
  private static final double[] SHARES = {0.1, 0.3, 0.5};

  private UpliftBench() {}

  static Result run(Arguments options) throws IOException {
    Path folder = BenchData.folder().resolve("hillstrom_email");
    String outcome = options.text("outcome", "visit");
    Trial trial = Hillstrom.read(folder, options.text("mail", "Womens E-Mail"), outcome);
    int seed = options.number("seed", 1);
    long begin = System.nanoTime();
    HeldOut held = HeldOut.of(trial, seed);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d rows, %,d of them held out; effect on %s there %s%n%-30s %-28s %-28s %s%n",
        trial.size(),
        held.rest().size(),
        outcome,
        text(held.held(0).effect()),
        "learner",
        "Qini, cross-fitted",
        "Qini, held out",
        "area, held out");
    IntStream.range(0, held.learners().size())
        .boxed()
        .sorted(
            (a, b) ->
                Double.compare(
                    held.crossFitted(b).area().value(), held.crossFitted(a).area().value()))
        .forEach(i -> line(held, i));
    Qini best = held.held(held.chosen());
    UpliftLearner learner = held.learners().get(held.chosen());
    PolicyValue half = policies(held);
    int deals = options.number("placebo", 20);
    int zero =
        IntStream.range(0, deals)
            .parallel()
            .map(d -> Placebo.of(trial, learner, 1, 3, 500, seed + 100 + d).containingZero())
            .sum();
    System.out.printf("placebo: interval contains 0 in %d of %d deals%n", zero, deals);
    boolean shares = trial.binary();
    Estimate qini = shares ? best.coefficient() : best.area();
    return new Result("uplift")
        .with("qini", qini.value(), 4)
        .with("qiniLow", qini.low(), 4)
        .with("qiniHigh", qini.high(), 4)
        .with("learner", learner.id())
        .with("area", best.area().value(), 5)
        .with("auuc", best.auuc().value(), 5)
        .with("auucLow", best.auuc().low(), 5)
        .with("bestHalfOverNobody", half.overNobody().value(), 4)
        .with("bestHalfOverNobodyLow", half.overNobody().low(), 4)
        .with("placeboHoldsZero", zero)
        .with("placeboDeals", deals)
        .with("seconds", seconds, 1)
        .require(best.area().low() > 0, "qiniLow above 0")
        .require(zero >= deals - Math.max(1, deals / 10 + 1), "placebo intervals contain 0");
  }

  private static void line(HeldOut held, int i) {
    boolean shares = held.rest().binary();
    Qini cross = held.crossFitted(i);
    Qini out = held.held(i);
    System.out.printf(
        Locale.ROOT,
        "%-30s %-28s %-28s %.5f%s%n",
        held.learners().get(i).id(),
        text(shares ? cross.coefficient() : cross.area()),
        text(shares ? out.coefficient() : out.area()),
        out.area().value(),
        i == held.chosen() ? "  chosen" : "");
  }

  /** Prints the worth of policies on the rows held out; answers that of the best half. */
  private static PolicyValue policies(HeldOut held) {
    Trial rest = held.rest();
    Nuisance expected =
        Nuisance.crossFitted(rest, BaseFamily.linear().outcome(rest.binary()), 5, 1);
    double[] score = held.scores(held.chosen());
    policy("everybody", rest, expected, PolicyValue.best(score, 1));
    PolicyValue half = null;
    for (double share : SHARES) {
      half =
          policy(
              "best %.0f %%".formatted(100 * share),
              rest,
              expected,
              PolicyValue.best(score, share));
    }
    return java.util.Objects.requireNonNull(half);
  }

  private static PolicyValue policy(String name, Trial rest, Nuisance expected, boolean[] treat) {
    PolicyValue value = PolicyValue.of(rest, expected, treat, 0);
    System.out.printf(
        Locale.ROOT,
        "treat %-12s value: inverse propensity %s, doubly robust %s; over nobody %s%n",
        name,
        text(value.inversePropensity()),
        text(value.doublyRobust()),
        text(value.overNobody()));
    return value;
  }

  private static String text(Estimate e) {
    return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", e.value(), e.low(), e.high());
  }
}
