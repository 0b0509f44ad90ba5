package souk.it.peers;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import souk.it.bench.quotes.Article;
import souk.it.bench.quotes.Basket;
import souk.it.bench.quotes.Contender;
import souk.it.bench.quotes.Market;
import souk.it.bench.quotes.PlainArithmetic.Amounts;
import souk.it.bench.quotes.Promotion;

/**
 * Drools in the way it is meant to be used: rules find, add up and order; one session per thread
 * that is used again for every cart.
 */
public final class DroolsContender implements Contender {
  private final Market market;
  private final List<Promotion> byPriority;
  private final KieBase rules;

  public DroolsContender(Market market) {
    this.market = market;
    this.byPriority = Rules.byPriority(market);
    this.rules = Rules.container(new WholeRules(market).text(byPriority)).getKieBase();
  }

  @Override
  public String name() {
    return "drools";
  }

  @Override
  public Worker worker() {
    return new Session();
  }

  private final class Session implements Worker {
    private final KieSession session = rules.newKieSession();
    private final List<FactHandle> handles = new ArrayList<>();
    private final Till till = new Till(byPriority, Amounts.of(market, market.baskets().get(0)));

    Session() {
      session.setGlobal("till", till);
    }

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
      till.begin(amounts);
      CartFact fact =
          new CartFact(basket.gold(), basket.channel(), basket.store(), basket.coupon());
      for (int line = 0; line < basket.lines(); line++) {
        Article article = market.articles().get(basket.articles()[line]);
        handles.add(session.insert(LineFact.of(line, article, amounts, fact)));
      }
      FactHandle whole = session.insert(fact);
      session.fireAllRules();
      session.delete(whole);
      for (FactHandle handle : handles) {
        session.delete(handle);
      }
      handles.clear();
      return till.discounts();
    }
  }
}
