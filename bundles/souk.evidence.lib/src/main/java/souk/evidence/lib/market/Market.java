package souk.evidence.lib.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import souk.evidence.lib.random.Draws;
import souk.evidence.lib.random.Streams;

/**
 * A market of fitted articles and customers. The expected units of an article are {@code base ·
 * season(week) · (price / basePrice)^elasticity}; they come as order lines, a negative binomial
 * number per week, each a past order line drawn anew: its customer and its quantity. A customer's
 * lines of one week are one basket; anonymous lines are put into baskets of the sizes that
 * anonymous orders had.
 *
 * <p>An offer that takes the share d off a line multiplies its demand by {@code (1 − d)^elasticity
 * · (1 + promotionLift)}, partly as more units per purchase, partly as more purchases, which are
 * put into the same week's basket. Articles do not take demand from each other, and nobody fills a
 * basket up to reach a threshold. Immutable, safe for use by many threads.
 */
public final class Market {
  private static final double SMALLEST_RATIO = 0.25;
  private static final double LARGEST_RATIO = 4;

  private final List<MarketItem> items;
  private final SeasonIndex season;
  private final int[] anonymousCartSizes;
  private final MarketOptions options;

  Market(
      List<MarketItem> items, SeasonIndex season, int[] anonymousCartSizes, MarketOptions options) {
    this.items = List.copyOf(items);
    this.season = season;
    this.anonymousCartSizes = anonymousCartSizes;
    this.options = options;
  }

  public List<MarketItem> items() {
    return items;
  }

  /** Expected units of an article in a week at a shelf price in major units. */
  public double expectedUnits(int item, LocalDate week, double price) {
    MarketItem it = items.get(item);
    return it.baseUnits() * season.of(week) * answer(price / it.basePrice(), it.elasticity());
  }

  /**
   * What customers want in a week at the shelf prices, before they hear of offers.
   *
   * @param week Monday
   * @param prices shelf price per article in major units; NaN for an article not on sale
   * @return known customers first, by index, then anonymous baskets
   */
  public List<Basket> baskets(LocalDate week, double[] prices, long seed) {
    Map<Integer, TreeMap<Integer, Long>> byCustomer = new TreeMap<>();
    List<Basket.Line> anonymous = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (!(prices[i] > 0)) {
        continue;
      }
      MarketItem item = items.get(i);
      SplittableRandom random = Streams.of(seed, "lines", item.sku(), week);
      double mean = expectedUnits(i, week, prices[i]) / item.unitsPerLine();
      long lines = Draws.negativeBinomial(random, mean, item.size());
      for (long l = 0; l < lines; l++) {
        int past = item.buyers().draw(random);
        long units = Draws.round(random, item.buyers().quantityOf(past));
        int customer = item.buyers().customerOf(past);
        if (customer < 0) {
          anonymous.add(new Basket.Line(i, units));
        } else {
          byCustomer.computeIfAbsent(customer, c -> new TreeMap<>()).merge(i, units, Long::sum);
        }
      }
    }
    List<Basket> baskets = new ArrayList<>();
    byCustomer.forEach((customer, units) -> baskets.add(basket(customer, units)));
    baskets.addAll(anonymousBaskets(anonymous, Streams.of(seed, "anonymous", week)));
    return baskets;
  }

  /**
   * What a customer takes after hearing of offers.
   *
   * @param wanted basket as wanted at shelf prices
   * @param discounts per line: share that offers take off, in [0, 1)
   * @return {@code wanted} itself if nothing is on offer
   */
  public Basket afterOffers(Basket wanted, double[] discounts, SplittableRandom random) {
    TreeMap<Integer, Long> units = new TreeMap<>();
    boolean changed = false;
    for (int l = 0; l < wanted.lines().size(); l++) {
      Basket.Line line = wanted.lines().get(l);
      double lift = liftOf(line.item(), discounts[l]);
      if (lift <= 1) {
        units.put(line.item(), line.units());
        continue;
      }
      double more = StrictMath.pow(lift, 1 - options.incidenceShare());
      double wanting = line.units() / items.get(line.item()).unitsPerLine();
      double purchases = wanting * (StrictMath.pow(lift, options.incidenceShare()) - 1);
      long total = Draws.round(random, line.units() * more);
      Buyers buyers = items.get(line.item()).buyers();
      for (long n = Draws.poisson(random, purchases); n > 0; n--) {
        total += Draws.round(random, buyers.quantityOf(buyers.draw(random)) * more);
      }
      units.put(line.item(), Math.max(1, total));
      changed |= total != line.units();
    }
    return changed ? basket(wanted.customer(), units) : wanted;
  }

  /** Factor on an article's demand if offers take off a share of its price. */
  public double liftOf(int item, double discount) {
    if (!(discount > 0)) {
      return 1;
    }
    return answer(1 - discount, items.get(item).elasticity()) * (1 + options.promotionLift());
  }

  static double answer(double ratio, double elasticity) {
    double r = Math.max(SMALLEST_RATIO, Math.min(LARGEST_RATIO, ratio));
    return StrictMath.pow(r, elasticity);
  }

  private List<Basket> anonymousBaskets(List<Basket.Line> lines, SplittableRandom random) {
    for (int i = lines.size() - 1; i > 0; i--) {
      java.util.Collections.swap(lines, i, random.nextInt(i + 1));
    }
    List<Basket> baskets = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int size = anonymousCartSizes[random.nextInt(anonymousCartSizes.length)];
      TreeMap<Integer, Long> units = new TreeMap<>();
      for (int end = Math.min(lines.size(), at + size); at < end; at++) {
        units.merge(lines.get(at).item(), lines.get(at).units(), Long::sum);
      }
      baskets.add(basket(Buyers.ANONYMOUS, units));
    }
    return baskets;
  }

  private static Basket basket(int customer, SortedMap<Integer, Long> units) {
    List<Basket.Line> lines = new ArrayList<>(units.size());
    units.forEach((item, n) -> lines.add(new Basket.Line(item, n)));
    return new Basket(customer, lines);
  }
}
