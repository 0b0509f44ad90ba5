package souk.it.bench.quotes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.Finding;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Selector;

/** Souk's offer library. Articles are given by their names, as a till gives them. */
public final class EngineContender implements Contender {
  private final Market market;
  private final OfferSet set;
  private final Detail detail;
  private final Selector policy;

  /** How much is asked for. */
  public enum Detail {
    /** Discounts per line. */
    PLAIN,
    /** Each line's waterfall, and every candidate that does not apply with the reason. */
    EXPLAINED,
    /** Every offer of the set with what it found. */
    WHY_NOT
  }

  public EngineContender(Market market, Detail detail, Selector policy) {
    this(market, compile(market), detail, policy);
  }

  public EngineContender(Market market, OfferSet set, Detail detail, Selector policy) {
    this.market = market;
    this.set = set;
    this.detail = detail;
    this.policy = policy;
  }

  /** A market as the library wants it. */
  public static OfferSet compile(Market market) {
    return new EngineForms(market).compiled();
  }

  @Override
  public String name() {
    String how = policy == Selector.BY_PRIORITY ? "" : "Best";
    return switch (detail) {
          case PLAIN -> "plain";
          case EXPLAINED -> "explained";
          case WHY_NOT -> "whyNot";
        }
        + how;
  }

  @Override
  public Worker worker() {
    return new Quoter();
  }

  private final class Quoter implements Worker {
    private final Quoting quoting = new Quoting();
    private final CartInput input = new CartInput();
    private long read;

    private QuoteResult ask(int cart) {
      Basket basket = market.baskets().get(cart);
      fill(basket, input.clear(set));
      return quoting.quote(set, input, policy);
    }

    private void fill(Basket basket, CartInput cart) {
      cart.at(now()).channel(basket.channel()).store(basket.store());
      if (basket.gold()) {
        cart.tag(Market.GOLD);
      }
      if (!basket.coupon().isEmpty()) {
        cart.coupon(basket.coupon());
      }
      for (int line = 0; line < basket.lines(); line++) {
        cart.line(market.articles().get(basket.articles()[line]).sku(), basket.quantities()[line]);
      }
    }

    private static Instant now() {
      return Market.NOON;
    }

    @Override
    public long quote(int cart) {
      QuoteResult result = ask(cart);
      if (detail == Detail.EXPLAINED) {
        explain(result);
      } else if (detail == Detail.WHY_NOT) {
        for (Finding finding : quoting.findings()) {
          read += finding.value();
        }
      }
      if (read < 0) {
        throw new IllegalStateException("Amounts and lengths read so far sum to " + read);
      }
      return result.grossTotal() - result.netTotal();
    }

    /** Reads all that an explanation consists of. */
    private void explain(QuoteResult result) {
      for (int k = 0; k < result.appliedCount(); k++) {
        read += result.appliedId(k).length();
        for (int line = 0; line < result.lines(); line++) {
          read += result.share(k, line);
        }
      }
      for (int i = 0; i < result.rejectedCount(); i++) {
        read += set.offerId(result.rejected(i)).length() + result.missOf(i).code().length();
      }
    }

    @Override
    public Told told(int cart) {
      QuoteResult result = ask(cart);
      long[] discounts = new long[result.lines()];
      List<String> shares = new ArrayList<>();
      for (int line = 0; line < discounts.length; line++) {
        discounts[line] = result.gross(line) - result.net(line);
        for (int k = 0; k < result.appliedCount(); k++) {
          if (result.share(k, line) > 0) {
            shares.add(result.appliedId(k) + " " + line + " " + result.share(k, line));
          }
        }
      }
      shares.sort(Comparator.naturalOrder());
      if (detail == Detail.WHY_NOT) {
        check(quoting.findings(), result);
      }
      return new Told(discounts, shares);
    }

    /** Every offer has its finding, and those that apply are those of the quote. */
    private void check(List<Finding> findings, QuoteResult result) {
      long applied = findings.stream().filter(Finding::applied).count();
      if (findings.size() != set.size() || applied != result.appliedCount()) {
        throw new IllegalStateException(
            "%d findings of %d offers, %d applied of %d."
                .formatted(findings.size(), set.size(), applied, result.appliedCount()));
      }
    }
  }
}
