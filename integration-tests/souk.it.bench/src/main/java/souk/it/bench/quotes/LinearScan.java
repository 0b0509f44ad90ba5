package souk.it.bench.quotes;

import java.util.Comparator;
import java.util.List;
import souk.it.bench.quotes.PlainArithmetic.Amounts;

/** Looks at every promotion for every cart, in plain Java written by hand for this market. */
public final class LinearScan implements Contender {
  private final Market market;
  private final Promotion[] byPriority;

  public LinearScan(Market market) {
    this.market = market;
    this.byPriority =
        market.promotions().stream()
            .sorted(
                Comparator.comparingInt((Promotion p) -> -p.priority())
                    .thenComparing(Promotion::id))
            .toArray(Promotion[]::new);
  }

  @Override
  public String name() {
    return "scan";
  }

  @Override
  public Worker worker() {
    return new Scanning();
  }

  private final class Scanning implements Worker {
    private final PlainArithmetic arithmetic = new PlainArithmetic();
    private final int[] categories = new int[MarketGenerator.LINES];

    @Override
    public long quote(int cart) {
      long total = 0;
      for (long discount : discounts(cart)) {
        total += discount;
      }
      return total;
    }

    @Override
    public Told told(int cart) {
      return new Told(discounts(cart), List.of());
    }

    private long[] discounts(int cart) {
      Basket basket = market.baskets().get(cart);
      Amounts amounts = Amounts.of(market, basket);
      long[] discounts = new long[basket.lines()];
      for (int line = 0; line < discounts.length; line++) {
        categories[line] = market.articles().get(basket.articles()[line]).category();
      }
      arithmetic.begin(amounts);
      for (Promotion promotion : byPriority) {
        int lines = linesOf(promotion, basket.articles());
        if (lines != 0 && promotion.condition().holds(basket)) {
          arithmetic.take(promotion, amounts, lines, discounts);
        }
      }
      return discounts;
    }

    private int linesOf(Promotion promotion, int[] articles) {
      int category = promotion.category();
      int lines = 0;
      if (promotion.articles().length == 0) {
        for (int line = 0; line < articles.length; line++) {
          lines |= category < 0 || categories[line] == category ? 1 << line : 0;
        }
        return lines;
      }
      for (int wanted : promotion.articles()) {
        for (int line = 0; line < articles.length; line++) {
          lines |= articles[line] == wanted ? 1 << line : 0;
        }
      }
      return lines;
    }
  }
}
