package souk.evidence.lib.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souk.evidence.lib.random.Streams;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Series;
import souk.model.Sku;
import souk.model.TimeGrid;

class MarketTest {
  private static final int ITEMS = 6;
  private static final LocalDate WEEK = PlantedShop.UNTIL;

  @Test
  void levelAndDispersionOfThePlantedShopAreFound() {
    Market market = market(PlantedShop.of(ITEMS, 50, 5, 0), -2, 0);
    for (int i = 0; i < ITEMS; i++) {
      MarketItem item = market.items().get(i);
      assertEquals(1, item.baseUnits() / (20 * (i + 1) * 3.0), 0.3, "level " + i);
      assertEquals(3, item.unitsPerLine(), 0.15);
      assertEquals(-2, item.elasticity());
      // Capped bulk weeks and a finite history leave the inverse within a factor of two.
      assertTrue(item.size() > 2.5 && item.size() < 12, "size " + item.size());
    }
  }

  @Test
  void theSeasonOfThePlantedShopIsFound() {
    PlantedShop shop = PlantedShop.of(ITEMS, 50, 50, 0.5);
    SeasonIndex index = SeasonIndex.fit(shop.weekly);
    for (int w = 0; w < 52; w += 3) {
      LocalDate week = WEEK.plusWeeks(w);
      assertEquals(PlantedShop.season(week, 0.5), index.of(week), 0.12, "week " + week);
    }
  }

  @Test
  void shortHistoryHasNoSeason() {
    Panel.Builder panel =
        Panel.builder(new TimeGrid(PlantedShop.ORIGIN, souk.model.Frequency.WEEK));
    panel.add(new Series("A", 0, new double[] {1, 9, 1, 9}));
    assertEquals(1, SeasonIndex.fit(panel.build()).of(WEEK));
    Panel empty = Panel.builder(new TimeGrid(WEEK, souk.model.Frequency.WEEK)).build();
    assertEquals(1, SeasonIndex.fit(empty).of(WEEK));
  }

  @Test
  void demandAnswersToTheShelfPriceByItsElasticity() {
    Market market = market(PlantedShop.of(ITEMS, 50, 1e6, 0), -2, 0);
    double[] usual = prices(PlantedShop.PRICE);
    double[] lower = prices(PlantedShop.PRICE * 0.9);
    double ratio = units(market, lower, 60) / units(market, usual, 60);
    assertEquals(StrictMath.pow(0.9, -2), ratio, 0.02);
  }

  @Test
  void theSameSeedGivesTheSameSalesWhateverElseIsSold() {
    Market market = market(PlantedShop.of(ITEMS, 50, 5, 0.3), -2, 0);
    double[] prices = prices(PlantedShop.PRICE);
    assertEquals(market.baskets(WEEK, prices, 7), market.baskets(WEEK, prices, 7));
    assertNotEquals(market.baskets(WEEK, prices, 7), market.baskets(WEEK, prices, 8));
    double[] others = prices.clone();
    others[0] = Double.NaN;
    long with = unitsOf(market.baskets(WEEK, prices, 7), 3);
    assertEquals(with, unitsOf(market.baskets(WEEK, others, 7), 3));
    assertEquals(0, unitsOf(market.baskets(WEEK, others, 7), 0));
  }

  @Test
  void customersAndAnonymousBuyersComeAsOften() {
    Market market = market(PlantedShop.of(ITEMS, 50, 1e6, 0), -2, 0);
    double anonymous = 0;
    double all = 0;
    for (int w = 0; w < 30; w++) {
      for (Basket basket : market.baskets(WEEK.plusWeeks(w), prices(PlantedShop.PRICE), 3)) {
        double units = basket.lines().stream().mapToLong(Basket.Line::units).sum();
        all += units;
        anonymous += basket.anonymous() ? units : 0;
        assertTrue(basket.customer() < 50);
      }
    }
    assertEquals(0.2, anonymous / all, 0.02);
  }

  @Test
  void anOfferLiftsTheUnitsOfThoseWhoGetIt() {
    Market market = market(PlantedShop.of(ITEMS, 50, 1e6, 0), -2, 0);
    double before = 0;
    double after = 0;
    for (int w = 0; w < 60; w++) {
      LocalDate week = WEEK.plusWeeks(w);
      for (Basket basket : market.baskets(week, prices(PlantedShop.PRICE), 3)) {
        double[] discounts = new double[basket.lines().size()];
        Arrays.fill(discounts, 0.15);
        Basket taken =
            market.afterOffers(basket, discounts, Streams.of(3, "o", w, basket.customer()));
        before += basket.lines().stream().mapToLong(Basket.Line::units).sum();
        after += taken.lines().stream().mapToLong(Basket.Line::units).sum();
      }
    }
    double expected = StrictMath.pow(0.85, -2) * 1.10;
    assertEquals(expected, market.liftOf(0, 0.15), 1e-12);
    assertEquals(expected, after / before, 0.04);
  }

  @Test
  void withoutAnOfferABasketStaysAsItIs() {
    Market market = market(PlantedShop.of(ITEMS, 50, 5, 0), -2, 0);
    Basket basket = market.baskets(WEEK, prices(PlantedShop.PRICE), 3).get(0);
    double[] none = new double[basket.lines().size()];
    assertSame(basket, market.afterOffers(basket, none, Streams.of(1)));
  }

  @Test
  void theTruthIsDrawnFromTheBeliefOncePerMarket() {
    PlantedShop shop = PlantedShop.of(ITEMS, 50, 5, 0);
    Market uncertain = market(shop, -2, 0.4);
    Market again = market(shop, -2, 0.4);
    double spread = 0;
    for (int i = 0; i < ITEMS; i++) {
      double truth = uncertain.items().get(i).elasticity();
      assertEquals(truth, again.items().get(i).elasticity());
      spread += Math.abs(truth + 2);
      assertTrue(truth < 0);
    }
    assertTrue(spread > 0.1, "truth differs from the estimate");
  }

  @Test
  void returnsAndUnknownArticlesDoNotTakePart() {
    PurchaseLog onlyReturns =
        new PurchaseLog(
            List.of(),
            List.of(new Sku("S0")),
            new int[] {-1},
            new int[] {1},
            new int[] {0},
            new int[] {(int) WEEK.minusDays(3).toEpochDay()},
            new double[] {-4},
            new long[] {-400});
    Panel weekly = PlantedShop.of(1, 5, 5, 0).weekly;
    Map<Sku, PriceAnswer> answers = Map.of(new Sku("S0"), new PriceAnswer(-2, 0, 5));
    Market market = new MarketFit(weekly, onlyReturns, WEEK, MarketOptions.defaults()).fit(answers);
    assertEquals(List.of(), market.items());
    assertEquals(List.of(), market.baskets(WEEK, new double[0], 1));
  }

  @Test
  void impossibleOptionsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MarketOptions(0, 1, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new MarketOptions(1, 1, 0, 1.5, 1));
    assertThrows(IllegalArgumentException.class, () -> new PriceAnswer(-2, 0, 0));
  }

  private static Market market(PlantedShop shop, double elasticity, double deviation) {
    Map<Sku, PriceAnswer> answers = new HashMap<>();
    for (Series series : shop.weekly.seriesList()) {
      answers.put(new Sku(series.id()), new PriceAnswer(elasticity, deviation, PlantedShop.PRICE));
    }
    return new MarketFit(shop.weekly, shop.log, WEEK, MarketOptions.defaults()).fit(answers);
  }

  private static double[] prices(double price) {
    double[] prices = new double[ITEMS];
    Arrays.fill(prices, price);
    return prices;
  }

  private static double units(Market market, double[] prices, int weeks) {
    double units = 0;
    for (int w = 0; w < weeks; w++) {
      for (int i = 0; i < ITEMS; i++) {
        units += unitsOf(market.baskets(WEEK.plusWeeks(w), prices, 5), i);
      }
    }
    return units;
  }

  private static long unitsOf(List<Basket> baskets, int item) {
    return baskets.stream()
        .flatMap(b -> b.lines().stream())
        .filter(l -> l.item() == item)
        .mapToLong(Basket.Line::units)
        .sum();
  }
}
