package souk.it.bench.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import souk.it.bench.quotes.Contender.Told;
import souk.it.bench.quotes.EngineContender.Detail;
import souk.it.bench.quotes.Promotion.Kind;
import souk.offer.lib.compiled.Selector;

/** The short form of the benchmark: every contender of the build says what the oracle says. */
class QuotesTest {
  private static final int CARTS = 400;
  private static final Market MARKET = MarketGenerator.of(651, CARTS);
  private static final Judge BY_PRIORITY = new Judge(right(MARKET));

  private static List<Told> right(Market market) {
    return market.baskets().stream().map(new Oracle(market)::byPriority).toList();
  }

  @Test
  void scanIsRight() {
    assertEquals(0, BY_PRIORITY.mismatches("scan", new LinearScan(MARKET).worker()));
  }

  @ParameterizedTest
  @EnumSource(Detail.class)
  void engineIsRight(Detail detail) {
    Contender engine = new EngineContender(MARKET, detail, Selector.BY_PRIORITY);
    assertEquals(0, BY_PRIORITY.mismatches("engine", engine.worker()));
  }

  @Test
  void engineFindsTheBest() {
    Oracle oracle = new Oracle(MARKET);
    Judge best = new Judge(MARKET.baskets().stream().map(oracle::best).toList());
    Contender engine = new EngineContender(MARKET, Detail.PLAIN, Selector.BEST_FOR_CUSTOMER);
    assertEquals(0, best.mismatches("engine", engine.worker()));
  }

  @Test
  void moreOffersOnOtherArticlesChangeNothing() {
    Market large = MarketGenerator.of(651, CARTS, 2_000);
    assertEquals(2_200, large.promotions().size());
    assertEquals(MARKET.baskets().size(), large.baskets().size());
    Contender engine = new EngineContender(large, Detail.PLAIN, Selector.BY_PRIORITY);
    assertEquals(0, BY_PRIORITY.mismatches("engine", engine.worker()));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void judgeSeesAMissingPromotion(Kind kind) {
    List<Promotion> fewer = new ArrayList<>(MARKET.promotions());
    fewer.removeIf(promotion -> promotion.kind() == kind);
    assertTrue(
        BY_PRIORITY.mismatches("spoilt", new LinearScan(MARKET.with(fewer)).worker()) > 0,
        "Promotions of every kind apply somewhere.");
  }

  @Test
  void judgeSeesOneMinorUnit() {
    Contender.Worker honest = new LinearScan(MARKET).worker();
    Contender.Worker off =
        new Contender.Worker() {
          @Override
          public long quote(int cart) {
            return honest.quote(cart) + (cart == 7 ? 1 : 0);
          }

          @Override
          public Told told(int cart) {
            return honest.told(cart);
          }
        };
    assertEquals(1, BY_PRIORITY.mismatches("spoilt", off));
  }

  @Test
  void seedMakesTheMarket() {
    Market again = MarketGenerator.of(651, CARTS);
    assertEquals(right(again).get(3).shares(), right(MARKET).get(3).shares());
    assertEquals(MARKET.promotions().get(17).id(), again.promotions().get(17).id());
  }
}
