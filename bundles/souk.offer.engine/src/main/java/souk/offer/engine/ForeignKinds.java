package souk.offer.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import souk.model.Cart;
import souk.model.Reason;
import souk.offer.api.ArticleFacts;
import souk.offer.api.Benefit;
import souk.offer.engine.QuoteCalls.KindUnavailableException;
import souk.offer.engine.compiled.CompiledSnapshot;
import souk.offer.lib.compiled.Foreign;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.spi.OfferContext;

/** Kinds of other bundles, as one quote asks them; keeps their reasons. For one quote. */
final class ForeignKinds implements Foreign {
  private static final long[] NOTHING = {};

  private final CompiledSnapshot snapshot;
  private final QuoteCalls calls;
  private final Cart cart;
  private final Set<String> audience;
  private final Set<String> batches;
  private final Instant at;
  private final QuoteResult lines;
  private final Map<Long, Reason> reasons = new ConcurrentHashMap<>();
  private final Map<Integer, long[]> answers = new ConcurrentHashMap<>();

  ForeignKinds(
      CompiledSnapshot snapshot,
      QuoteCalls calls,
      Cart cart,
      Set<String> audience,
      Set<String> batches,
      Instant at,
      QuoteResult lines) {
    this.snapshot = snapshot;
    this.calls = calls;
    this.cart = cart;
    this.audience = audience;
    this.batches = batches;
    this.at = at;
    this.lines = lines;
  }

  @Override
  public boolean fails(int offer, int condition, long[] amounts) {
    try {
      Optional<Reason> failure =
          calls.fails(snapshot.offer(offer).conditions().get(condition), context(amounts));
      failure.ifPresent(reason -> reasons.put(key(offer, condition), reason));
      return failure.isPresent();
    } catch (KindUnavailableException missing) {
      reasons.put(key(offer, condition), missing.reason());
      return true;
    }
  }

  @Override
  public long[] discounts(int offer, long[] amounts) {
    try {
      long[] answer =
          calls.discountsMinor(snapshot.offer(offer).effect(), context(amounts)).clone();
      answers.putIfAbsent(offer, answer);
      return answer;
    } catch (KindUnavailableException missing) {
      reasons.put(key(offer, -1), missing.reason());
      return NOTHING;
    }
  }

  /** The answers given so far, for whoever looks at the quote again; asks nobody. */
  Foreign remembered() {
    return new Foreign() {
      @Override
      public boolean fails(int offer, int condition, long[] amounts) {
        return reasons.containsKey(key(offer, condition));
      }

      @Override
      public long[] discounts(int offer, long[] amounts) {
        long[] answer = answers.getOrDefault(offer, NOTHING).clone();
        for (int line = 0; line < answer.length; line++) {
          answer[line] = Math.min(answer[line], amounts[line]);
        }
        return answer;
      }
    };
  }

  List<Benefit> benefits(int offer, long[] amounts) {
    return calls.benefits(
        snapshot.offer(offer).id(), snapshot.offer(offer).effect(), context(amounts));
  }

  /**
   * Why a condition, or the effect, does not hold.
   *
   * @param condition −1 for the effect
   */
  @Nullable Reason reason(int offer, int condition) {
    return reasons.get(key(offer, condition));
  }

  private static long key(int offer, int condition) {
    return (long) offer << 32 | condition + 1;
  }

  private OfferContext context(long[] amounts) {
    long[] left = amounts.clone();
    long[] gross = new long[cart.lines().size()];
    long[] units = new long[gross.length];
    for (int line = 0; line < gross.length; line++) {
      gross[line] = lines.gross(line);
      units[line] = lines.unitPrice(line);
    }
    return new Context(gross, left, units, lines.grossTotal());
  }

  /** What a strategy sees; immutable, so that one that was left alone may go on reading. */
  private final class Context implements OfferContext {
    private final long[] gross;
    private final long[] left;
    private final long[] units;
    private final long total;

    Context(long[] gross, long[] left, long[] units, long total) {
      this.gross = gross;
      this.left = left;
      this.units = units;
      this.total = total;
    }

    @Override
    public Cart cart() {
      return cart;
    }

    @Override
    public Instant at() {
      return at;
    }

    @Override
    public Set<String> audience() {
      return audience;
    }

    @Override
    public long grossMinor(int line) {
      return gross[line];
    }

    @Override
    public long grossTotalMinor() {
      return total;
    }

    @Override
    public long netMinor(int line) {
      return left[line];
    }

    @Override
    public long unitPriceMinor(int line) {
      return units[line];
    }

    @Override
    public Optional<ArticleFacts> article(int line) {
      return snapshot.articles().facts(cart.lines().get(line).sku());
    }

    @Override
    public ZoneId zone() {
      return snapshot.zone(cart.store());
    }

    @Override
    public Set<String> couponBatches() {
      return batches;
    }
  }
}
