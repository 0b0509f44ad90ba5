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
import souk.it.bench.quotes.PlainArithmetic;
import souk.it.bench.quotes.PlainArithmetic.Amounts;
import souk.it.bench.quotes.Promotion;

/** Drools as an index: rules match, Java by hand adds up before and chooses behind. */
public final class DroolsMatching implements Contender {
  private final Market market;
  private final List<Promotion> byPriority;
  private final KieBase rules;

  public DroolsMatching(Market market) {
    this.market = market;
    this.byPriority = Rules.byPriority(market);
    this.rules = Rules.container(new MatchingRules(market).text(byPriority)).getKieBase();
  }

  @Override
  public String name() {
    return "droolsMatching";
  }

  @Override
  public Worker worker() {
    return new Session();
  }

  private final class Session implements Worker {
    private final KieSession session = rules.newKieSession();
    private final Hits hits = new Hits(byPriority.size());
    private final PlainArithmetic arithmetic = new PlainArithmetic();
    private final List<FactHandle> handles = new ArrayList<>();

    Session() {
      session.setGlobal("hits", hits);
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
      hits.clear();
      insert(basket, amounts);
      session.fireAllRules();
      for (FactHandle handle : handles) {
        session.delete(handle);
      }
      handles.clear();
      long[] discounts = new long[basket.lines()];
      arithmetic.begin(amounts);
      for (int i = hits.next(0); i >= 0; i = hits.next(i + 1)) {
        arithmetic.take(byPriority.get(i), amounts, hits.linesOf(i), discounts);
      }
      return discounts;
    }

    private void insert(Basket basket, Amounts amounts) {
      CartFact cart =
          new CartFact(basket.gold(), basket.channel(), basket.store(), basket.coupon());
      int done = 0;
      long sum = 0;
      for (int line = 0; line < basket.lines(); line++) {
        Article article = market.articles().get(basket.articles()[line]);
        handles.add(session.insert(LineFact.of(line, article, amounts, cart)));
        sum += amounts.gross()[line];
        if (((done >> line) & 1) == 0) {
          done |= scope(basket, line, amounts, cart);
        }
      }
      int all = (1 << basket.lines()) - 1;
      handles.add(session.insert(new ScopeFact("all", sum, all, cart)));
    }

    /** The lines of the category of a line; returns them. */
    private int scope(Basket basket, int first, Amounts amounts, CartFact cart) {
      Article article = market.articles().get(basket.articles()[first]);
      int lines = 0;
      long sum = 0;
      for (int line = first; line < basket.lines(); line++) {
        if (market.articles().get(basket.articles()[line]).category() == article.category()) {
          lines |= 1 << line;
          sum += amounts.gross()[line];
        }
      }
      handles.add(session.insert(new ScopeFact(article.categoryName(), sum, lines, cart)));
      return lines;
    }
  }
}
