package souk.plan.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Reason;
import souk.model.WaterfallStep;
import souk.plan.api.PriceLine;
import souk.plan.lib.price.PriceLadder;
import souk.plan.lib.price.PricePoints;
import souk.plan.lib.price.ProfitWaterfall;

/** Explains the chosen step of an article: interval, waterfall, reasons, what would change it. */
final class PriceLines {
  private final Amounts amounts;

  PriceLines(Amounts amounts) {
    this.amounts = amounts;
  }

  PriceLine line(PriceItem item, int step) {
    PriceLadder ladder = item.ladder();
    ProfitWaterfall waterfall = ProfitWaterfall.of(ladder, step);
    return new PriceLine(
        item.item().sku(),
        item.item().description(),
        item.current(),
        amounts.ofMinor(ladder.priceMinor(step)),
        item.cost().amount(),
        item.cost().assumed(),
        ladder.units(ladder.current()),
        ladder.units(step),
        amounts.ofMinor(waterfall.profitNow()),
        amounts.ofMinor(waterfall.profitThen()),
        interval(ladder, step),
        item.elasticity(),
        item.keptBecause().isEmpty(),
        reasons(item, step),
        steps(waterfall));
  }

  private Interval interval(PriceLadder ladder, int step) {
    double a = amounts.major(ladder.profitChangeMinor(step, -PriceLadder.Z95));
    double b = amounts.major(ladder.profitChangeMinor(step, PriceLadder.Z95));
    return step == ladder.current()
        ? new Interval(0, 0, 0.95)
        : new Interval(Math.min(a, b), Math.max(a, b), 0.95);
  }

  private List<WaterfallStep> steps(ProfitWaterfall w) {
    List<WaterfallStep> steps = new ArrayList<>();
    steps.add(
        new WaterfallStep("profit-now", "Profit per week now", amounts.ofMinor(w.profitNow())));
    if (w.priceEffect() != 0 || w.volumeEffect() != 0) {
      steps.add(
          new WaterfallStep(
              "price-effect",
              "Other price for the units sold now",
              amounts.ofMinor(w.priceEffect())));
      steps.add(
          new WaterfallStep(
              "volume-effect", "Other units at the new margin", amounts.ofMinor(w.volumeEffect())));
    }
    return steps;
  }

  private List<Reason> reasons(PriceItem item, int step) {
    List<Reason> reasons = new ArrayList<>();
    if (item.keptBecause().isPresent()) {
      reasons.add(item.keptBecause().get());
      return reasons;
    }
    PriceLadder ladder = item.ladder();
    if (step == ladder.current()) {
      reasons.add(
          Reason.of(
              "price.kept.best",
              "The price is kept: at elasticity %s no allowed price is expected and likely enough to earn more."
                  .formatted(number(item.elasticity())),
              number(item.elasticity())));
    } else {
      reasons.add(changed(item, step));
      breakEven(ladder, step, reasons);
    }
    limit(item, step, reasons);
    scarce(item, step, reasons);
    return reasons;
  }

  private Reason changed(PriceItem item, int step) {
    PriceLadder ladder = item.ladder();
    boolean up = step > ladder.current();
    Money to = amounts.ofMinor(ladder.priceMinor(step));
    Money gain = amounts.money(ladder.profitMinor(step) - ladder.profitMinor(ladder.current()));
    return Reason.of(
        up ? "price.raised" : "price.lowered",
        "%s from %s to %s: at elasticity %s units go from %s to %s per week and profit changes by %s."
            .formatted(
                up ? "Raised" : "Lowered",
                item.current(),
                to,
                number(item.elasticity()),
                number(ladder.units(ladder.current())),
                number(ladder.units(step)),
                gain),
        item.current(),
        to,
        number(item.elasticity()),
        number(ladder.units(ladder.current())),
        number(ladder.units(step)),
        gain);
  }

  private static void breakEven(PriceLadder ladder, int step, List<Reason> reasons) {
    double breakEven = ladder.breakEvenElasticity(step);
    if (Double.isFinite(breakEven)) {
      reasons.add(
          Reason.of(
              "price.break-even",
              "It would no longer pay if the elasticity were %s %s."
                  .formatted(step > ladder.current() ? "below" : "above", number(breakEven)),
              number(breakEven)));
    }
  }

  private static void limit(PriceItem item, int step, List<Reason> reasons) {
    PriceLadder ladder = item.ladder();
    boolean lowest = step == 0 && step < ladder.current();
    boolean highest = step == ladder.steps() - 1 && step > ladder.current();
    if (step != ladder.bestStep() || !(lowest || highest)) {
      return;
    }
    String direction = lowest ? "down" : "up";
    if (lowest ? ladder.atLowLimit(step) : ladder.atHighLimit(step)) {
      PricePoints.Limit limit = lowest ? ladder.points().lowLimit() : ladder.points().highLimit();
      String rule = limit.name().toLowerCase(Locale.ROOT).replace('_', '-');
      reasons.add(
          Reason.of(
              "price.limit." + rule,
              "The %s binds: the next price %s would break it."
                  .formatted(rule.replace('-', ' '), direction),
              rule));
    } else {
      reasons.add(
          Reason.of(
              "price.limit.gain-probability",
              "The next price %s is not likely enough to gain.".formatted(direction),
              direction));
    }
  }

  private void scarce(PriceItem item, int step, List<Reason> reasons) {
    PriceLadder ladder = item.ladder();
    int best = ladder.bestStep();
    if (best != step) {
      Money price = amounts.ofMinor(ladder.priceMinor(best));
      Money more = amounts.money(ladder.profitMinor(best) - ladder.profitMinor(step));
      Money room = amounts.money(ladder.costMinor(best) - ladder.costMinor(step));
      reasons.add(
          Reason.of(
              "price.limit.budget",
              "The budget binds: with %s more of it the price would be %s and earn %s more per week."
                  .formatted(room, price, more),
              room,
              price,
              more));
    }
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
