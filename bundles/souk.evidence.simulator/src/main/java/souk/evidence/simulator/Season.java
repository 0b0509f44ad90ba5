package souk.evidence.simulator;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import souk.evidence.lib.market.Basket;
import souk.evidence.lib.market.Market;
import souk.evidence.lib.market.MarketOptions;
import souk.evidence.lib.random.Streams;
import souk.evidence.spi.MarketState;
import souk.evidence.spi.ShopFront;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.kernel.api.Progress;
import souk.model.Cart;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.model.Provenance;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteLine;

/** Some weeks of a market in front of a shop. For one use by one thread. */
final class Season {
  private static final String UNKNOWN_ARTICLE = "quote.unknown-sku";

  private final Market market;
  private final MarketState state;
  private final ShopFront shop;
  private final SimulationTask task;
  private final MarketOptions options;
  private final List<SimulatedSales.Line> sold = new ArrayList<>();
  private final double minorPerMajor;
  private long quotes;

  Season(
      Market market,
      MarketState state,
      ShopFront shop,
      SimulationTask task,
      MarketOptions options) {
    this.market = market;
    this.state = state;
    this.shop = shop;
    this.task = task;
    this.options = options;
    this.minorPerMajor = StrictMath.pow(10, Money.digits(task.currency()));
  }

  SimulatedSales play(Progress progress) {
    progress.report(0, task.weeks(), "Reading shelf prices");
    double[] prices = shelfPrices();
    for (int week = 0; week < task.weeks(); week++) {
      LocalDate monday = state.until().plusWeeks(week);
      List<Basket> baskets = market.baskets(monday, prices, task.seed());
      for (int b = 0; b < baskets.size(); b++) {
        if (b % 64 == 0) {
          progress.throwIfCancelled();
        }
        visit(week, monday, b, baskets.get(b));
      }
      progress.report(week + 1, task.weeks(), "Simulated " + (week + 1) + " weeks");
    }
    return new SimulatedSales(state.until(), sold, quotes, provenance());
  }

  /**
   * Price per unit before offers, in major units; NaN for an article that the shop cannot quote.
   */
  private double[] shelfPrices() {
    double[] prices = new double[market.items().size()];
    for (int i = 0; i < prices.length; i++) {
      try {
        Quote quote =
            quote(
                Cart.builder(task.currency()).line(market.items().get(i).sku(), 1).build(),
                state.until());
        prices[i] = quote.lines().get(0).unitPrice().amountMinor() / minorPerMajor;
      } catch (QuoteException e) {
        if (!e.code().equals(UNKNOWN_ARTICLE)) {
          throw e;
        }
        prices[i] = Double.NaN;
      }
    }
    if (Arrays.stream(prices).allMatch(Double::isNaN)) {
      throw new IllegalStateException(
          "The shop quotes none of the %d articles of the market.%nMaybe nothing is published yet, or other articles are."
              .formatted(prices.length));
    }
    return prices;
  }

  private void visit(int week, LocalDate monday, int number, Basket wanted) {
    Cart cart = cart(wanted);
    Quote quote = quote(cart, monday);
    double[] discounts = new double[wanted.lines().size()];
    for (int l = 0; l < discounts.length; l++) {
      QuoteLine line = quote.lines().get(l);
      long gross = line.gross().amountMinor();
      discounts[l] = gross > 0 ? line.discount().amountMinor() / (double) gross : 0;
    }
    Basket taken =
        market.afterOffers(
            wanted,
            discounts,
            wanted.anonymous()
                ? Streams.of(task.seed(), "offer", monday, "anonymous", number)
                : Streams.of(task.seed(), "offer", monday, key(wanted)));
    if (!taken.equals(wanted)) {
      quote = quote(cart(taken), monday);
    }
    String customer = wanted.anonymous() ? "" : key(wanted).value();
    for (int l = 0; l < taken.lines().size(); l++) {
      QuoteLine line = quote.lines().get(l);
      sold.add(
          new SimulatedSales.Line(
              week,
              customer,
              line.sku().value(),
              line.quantity().doubleValue(),
              line.net().amountMinor()));
    }
  }

  /** All of a week's customers come on its Monday at noon. */
  private Quote quote(Cart cart, LocalDate monday) {
    quotes++;
    return shop.quote(cart, monday.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
  }

  private Cart cart(Basket basket) {
    Cart.Builder cart = Cart.builder(task.currency());
    if (!basket.anonymous()) {
      cart.customer(key(basket));
    }
    for (Basket.Line line : basket.lines()) {
      cart.line(market.items().get(line.item()).sku(), line.units());
    }
    return cart.build();
  }

  private CustomerKey key(Basket basket) {
    return state.purchases().customers().get(basket.customer());
  }

  private Provenance provenance() {
    return Provenance.builder(task.now(), FittedMarket.ID, FittedMarket.VERSION)
        .seed(task.seed())
        .option("weeks", task.weeks())
        .option("levelWeeks", options.levelWeeks())
        .option("historyWeeks", options.historyWeeks())
        .option("promotionLift", options.promotionLift())
        .option("incidenceShare", options.incidenceShare())
        .option("truthSeed", options.truthSeed())
        .option("response", state.response().id())
        .option("articles", market.items().size())
        .build();
  }
}
