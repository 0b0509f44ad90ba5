package souk.evidence.lib.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import souk.evidence.lib.random.Draws;
import souk.evidence.lib.random.Streams;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Series;
import souk.model.Sku;

/** Fits a {@link Market} on observed weeks and purchases. Pure and deterministic. */
public final class MarketFit {
  private static final double STEEPEST = -8;
  private static final double FLATTEST = -0.05;
  private static final double LUMPIEST = 0.2;
  private static final double SMOOTHEST = 1000;
  private static final double PRIOR_WEEKS = 13;
  private static final double HALF_LIFE_WEEKS = 26;
  private static final int MOST_LINES_OF_A_CART = 100;

  private final Panel weekly;
  private final PurchaseLog log;
  private final LocalDate until;
  private final MarketOptions options;
  private final SeasonIndex season;

  /**
   * @param weekly units per article and week with the covariate {@code price} in major units
   * @param log order lines; lines with negative quantity are left out
   * @param until first day after the observed weeks
   */
  public MarketFit(Panel weekly, PurchaseLog log, LocalDate until, MarketOptions options) {
    this.weekly = weekly;
    this.log = log;
    this.until = until;
    this.options = options;
    this.season = SeasonIndex.fit(weekly);
  }

  /**
   * Fits.
   *
   * @param answers belief per article; articles without one, or that nobody bought lately, do not
   *     take part
   */
  public Market fit(Map<Sku, PriceAnswer> answers) {
    Map<String, Buyers> buyers = buyers();
    List<Draft> drafts = new ArrayList<>();
    double pooledTop = 0;
    double pooledBottom = 0;
    for (Series series : weekly.seriesList()) {
      PriceAnswer answer = answers.get(new Sku(series.id()));
      Buyers who = buyers.get(series.id());
      if (answer == null || who == null || who.lines() == 0) {
        continue;
      }
      Draft draft = draft(series, answer, who);
      if (draft.base > 0) {
        drafts.add(draft);
        pooledTop += draft.excess;
        pooledBottom += draft.meanSquares;
      }
    }
    double pooled = pooledBottom > 0 ? Math.max(0, pooledTop / pooledBottom) : 1;
    List<MarketItem> items = new ArrayList<>();
    for (Draft d : drafts) {
      double own = d.meanSquares > 0 ? Math.max(0, d.excess / d.meanSquares) : pooled;
      double inverse = (d.weeks * own + PRIOR_WEEKS * pooled) / (d.weeks + PRIOR_WEEKS);
      double size = Math.max(LUMPIEST, Math.min(SMOOTHEST, 1 / Math.max(inverse, 1e-9)));
      items.add(new MarketItem(d.sku, d.base, d.answer.basePrice(), d.elasticity, size, d.buyers));
    }
    return new Market(items, season, anonymousCartSizes(), options);
  }

  private static final class Draft {
    final Sku sku;
    final PriceAnswer answer;
    final Buyers buyers;
    final double elasticity;
    double base;
    double excess;
    double meanSquares;
    int weeks;

    Draft(Sku sku, PriceAnswer answer, Buyers buyers, double elasticity) {
      this.sku = sku;
      this.answer = answer;
      this.buyers = buyers;
      this.elasticity = elasticity;
    }
  }

  private Draft draft(Series series, PriceAnswer answer, Buyers who) {
    SplittableRandom random = Streams.of(options.truthSeed(), "elasticity", series.id());
    double drawn = answer.elasticity() + answer.deviation() * Draws.normal(random);
    double elasticity = Math.max(STEEPEST, Math.min(FLATTEST, drawn));
    Draft draft = new Draft(new Sku(series.id()), answer, who, elasticity);
    int length = series.length();
    int from = Math.max(0, length - options.levelWeeks());
    double cap = cap(series);
    double units = 0;
    double exposure = 0;
    double[] expected = new double[length];
    for (int i = 0; i < length; i++) {
      LocalDate week = weekly.grid().dateOf(series.firstStep() + i);
      expected[i] = season.of(week) * priceFactor(series, i, answer.basePrice(), elasticity);
      if (i >= from) {
        units += Math.min(cap, series.value(i));
        exposure += expected[i];
      }
    }
    draft.base = exposure > 0 ? units / exposure : 0;
    // Moments of units over units per line, y: E[(y − m)²] = m (1 + cv²) + m² / size.
    for (int i = Math.max(0, length - 2 * options.levelWeeks()); i < length; i++) {
      double mean = draft.base * expected[i] / who.meanQuantity();
      double lines = Math.min(cap, series.value(i)) / who.meanQuantity();
      draft.excess += (lines - mean) * (lines - mean) - mean * (1 + who.squaredVariation());
      draft.meanSquares += mean * mean;
      draft.weeks++;
    }
    return draft;
  }

  private double priceFactor(Series series, int i, double basePrice, double elasticity) {
    double price =
        weekly
            .covariate("price", series.id())
            .map(
                p -> {
                  int at = series.firstStep() + i - p.firstStep();
                  return at >= 0 && at < p.length() ? p.value(at) : basePrice;
                })
            .orElse(basePrice);
    return price > 0 ? Market.answer(price / basePrice, elasticity) : 1;
  }

  /** The 95th percentile of the weeks with sales: one bulk order is no level. */
  private static double cap(Series series) {
    double[] sold = Arrays.stream(series.values()).filter(v -> v > 0).sorted().toArray();
    return sold.length == 0 ? 0 : sold[Math.max(0, (int) Math.ceil(0.95 * sold.length) - 1)];
  }

  private Map<String, Buyers> buyers() {
    Map<Integer, List<Integer>> rowsBySku = new HashMap<>();
    long untilDay = until.toEpochDay();
    long fromDay = until.minus(options.historyWeeks(), ChronoUnit.WEEKS).toEpochDay();
    for (int row = 0; row < log.rows(); row++) {
      int day = log.epochDay(row);
      if (log.quantity(row) > 0 && day >= fromDay && day < untilDay) {
        rowsBySku.computeIfAbsent(log.sku(row), s -> new ArrayList<>()).add(row);
      }
    }
    Map<String, Buyers> result = new HashMap<>();
    rowsBySku.forEach(
        (sku, rows) -> {
          int n = rows.size();
          int[] customer = new int[n];
          double[] quantity = new double[n];
          double[] weight = new double[n];
          for (int i = 0; i < n; i++) {
            int row = rows.get(i);
            customer[i] = log.customer(row);
            quantity[i] = Math.max(1, Math.rint(log.quantity(row)));
            double weeks = (untilDay - log.epochDay(row)) / 7.0;
            weight[i] = StrictMath.pow(0.5, weeks / HALF_LIFE_WEEKS);
          }
          result.put(log.skus().get(sku).value(), new Buyers(customer, quantity, weight));
        });
    return result;
  }

  private int[] anonymousCartSizes() {
    Map<Integer, Integer> linesByOrder = new HashMap<>();
    for (int row = 0; row < log.rows(); row++) {
      if (log.customer(row) < 0 && log.quantity(row) > 0) {
        linesByOrder.merge(log.order(row), 1, Integer::sum);
      }
    }
    int[] sizes =
        linesByOrder.values().stream()
            .mapToInt(n -> Math.min(MOST_LINES_OF_A_CART, n))
            .sorted()
            .toArray();
    return sizes.length == 0 ? new int[] {1} : sizes;
  }
}
