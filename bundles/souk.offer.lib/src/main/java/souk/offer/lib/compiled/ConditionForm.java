package souk.offer.lib.compiled;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import souk.offer.lib.compiled.TagIndex.Space;

/** A condition as data. Immutable. */
public final class ConditionForm {
  private final Function<Interning, Condition> binding;

  private ConditionForm(Function<Interning, Condition> binding) {
    this.binding = binding;
  }

  Condition bind(Interning in) {
    return binding.apply(in);
  }

  /** The customer has one of some tags, if any are given, and none of some others. */
  public static ConditionForm audience(Collection<String> anyOf, Collection<String> noneOf) {
    return tags("audience", Space.AUDIENCE, anyOf, noneOf);
  }

  /** The order is placed in one of some stores, if any are given, and in none of some others. */
  public static ConditionForm store(Collection<String> anyOf, Collection<String> noneOf) {
    return tags("store", Space.STORE, anyOf, noneOf);
  }

  /** It comes through one of some channels, if any are given, and through none of some others. */
  public static ConditionForm channel(Collection<String> anyOf, Collection<String> noneOf) {
    return tags("channel", Space.CHANNEL, anyOf, noneOf);
  }

  /** It is paid by one of some methods, if any are given, and by none of some others. */
  public static ConditionForm payment(Collection<String> anyOf, Collection<String> noneOf) {
    return tags("payment", Space.PAYMENT, anyOf, noneOf);
  }

  /** The cart has a shared code; upper and lower case are the same. */
  public static ConditionForm coupon(String code) {
    return tags("coupon", Space.COUPON, Set.of(code), Set.of());
  }

  /** The cart has a usable coupon of a batch. */
  public static ConditionForm batch(String batchId) {
    return tags("coupon", Space.BATCH, Set.of(batchId), Set.of());
  }

  /**
   * The cart has so many units of some articles together.
   *
   * @param kind start of the code: {@code product}, {@code category}, {@code brand}, {@code
   *     quantity-minimum}
   * @param leastMicros millionths of a unit; 0 for any
   */
  public static ConditionForm leastUnits(String kind, Scope scope, long leastMicros) {
    String code = kind + ".missing";
    return new ConditionForm(in -> new LeastUnits(code, in.scope(scope), leastMicros));
  }

  /**
   * The articles concerned are worth so much.
   *
   * @param net true for what earlier offers have left
   */
  public static ConditionForm leastAmount(Scope scope, long leastMinor, boolean net) {
    return new ConditionForm(in -> new LeastAmount(in.scope(scope), leastMinor, net));
  }

  /** It is one of some days, in the zone of the cart. */
  public static ConditionForm weekdays(Collection<DayOfWeek> days) {
    int bits = 0;
    for (DayOfWeek day : days) {
      bits |= 1 << day.ordinal();
    }
    Weekdays condition = new Weekdays(bits);
    return new ConditionForm(in -> condition);
  }

  /**
   * The clock shows a time from (inclusive) until (exclusive), in the zone of the cart; past
   * midnight if {@code until} is not later than {@code from}.
   *
   * @param fromMinute minute of the day
   * @param untilMinute minute of the day, 1440 for its end
   */
  public static ConditionForm timeOfDay(int fromMinute, int untilMinute) {
    TimeOfDay condition = new TimeOfDay(fromMinute, untilMinute);
    return new ConditionForm(in -> condition);
  }

  /** A condition of somebody else, asked through {@link Foreign}. */
  public static ConditionForm foreign() {
    return new ConditionForm(in -> ForeignCondition.INSTANCE);
  }

  private static ConditionForm tags(
      String kind, Space space, Collection<String> anyOf, Collection<String> noneOf) {
    Set<String> any = Set.copyOf(anyOf);
    Set<String> none = Set.copyOf(noneOf);
    return new ConditionForm(
        in -> new Tags(kind, space, in.tags(space, any), in.tags(space, none)));
  }

  /** Millionths of a unit of some articles. */
  private static final class LeastUnits extends Condition {
    private final String code;
    private final ScopeRef scope;
    private final long least;

    LeastUnits(String code, ScopeRef scope, long least) {
      this.code = code;
      this.scope = scope;
      this.least = least;
    }

    @Override
    boolean holds(CartState cart, long[] amounts) {
      return least <= 1 ? !scope.empty(cart) : cart.sum(scope, cart.micros) >= least;
    }

    @Override
    String code(CartState cart) {
      return code;
    }

    @Override
    Miss miss(CartState cart, long[] amounts) {
      return new Miss(code, cart.sum(scope, cart.micros), Math.max(least, Exact.MICROS), 0);
    }

    @Override
    ScopeRef needs() {
      return scope;
    }
  }

  /** Minor units of some articles. */
  private static final class LeastAmount extends Condition {
    private final ScopeRef scope;
    private final long least;
    private final boolean net;

    LeastAmount(ScopeRef scope, long least, boolean net) {
      this.scope = scope;
      this.least = least;
      this.net = net;
    }

    @Override
    boolean net() {
      return net;
    }

    @Override
    boolean holds(CartState cart, long[] amounts) {
      return sum(cart, amounts) >= least;
    }

    @Override
    String code(CartState cart) {
      return "cart-minimum.missing";
    }

    @Override
    Miss miss(CartState cart, long[] amounts) {
      return new Miss("cart-minimum.missing", sum(cart, amounts), least, 0);
    }

    private long sum(CartState cart, long[] amounts) {
      return scope.all() && amounts == cart.gross ? cart.grossTotal : cart.sum(scope, amounts);
    }

    @Override
    ScopeRef needs() {
      return scope;
    }
  }

  /** Days as bits, Monday the lowest. */
  private static final class Weekdays extends Condition {
    private final int bits;

    Weekdays(int bits) {
      this.bits = bits;
    }

    @Override
    boolean holds(CartState cart, long[] amounts) {
      return (bits & 1 << cart.weekday()) != 0;
    }

    @Override
    Miss miss(CartState cart, long[] amounts) {
      return new Miss("weekday.other", cart.weekday(), bits, 0);
    }
  }

  /** Minutes of the local day. */
  private static final class TimeOfDay extends Condition {
    private final int from;
    private final int until;

    TimeOfDay(int from, int until) {
      this.from = from;
      this.until = until;
    }

    @Override
    boolean holds(CartState cart, long[] amounts) {
      int minute = cart.minuteOfDay();
      return from < until ? minute >= from && minute < until : minute >= from || minute < until;
    }

    @Override
    Miss miss(CartState cart, long[] amounts) {
      return new Miss("time-of-day.other", cart.minuteOfDay(), from, 0);
    }
  }

  /** A place holder; {@link Quoting} asks {@link Foreign} instead. */
  static final class ForeignCondition extends Condition {
    static final ForeignCondition INSTANCE = new ForeignCondition();

    @Override
    boolean holds(CartState cart, long[] amounts) {
      throw new IllegalStateException("A foreign condition is evaluated by its own bundle.");
    }

    @Override
    Miss miss(CartState cart, long[] amounts) {
      return Miss.of("foreign");
    }
  }
}
