package souk.offer.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.SessionWork;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Cart;
import souk.model.CustomerKey;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.api.Benefit;
import souk.offer.api.PriceBook;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.EffectKind;
import souk.offer.spi.LinePricer;
import souk.offer.spi.OfferContext;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;

/**
 * The calls of one quote into strategies, all in one routing session and within one deadline: what
 * the first has used up, the next does not have. For one thread.
 */
final class QuoteCalls {
  /** Of whom a quote may ask one each; kinds of other bundles are asked besides. */
  private static final List<Class<?>> ROLES = List.of(LinePricer.class, SelectionPolicy.class);

  /** Left to each call, so that a built-in fallback is still asked when the time is over. */
  private static final long LEAST_MILLIS = 2;

  private final long began;
  private final StrategyRouter router;
  private final RoutingSession session;
  private final long deadlineMillis;
  private final Map<String, StrategyRef> kinds = new HashMap<>();
  private final List<Reason> fallbacks = new ArrayList<>();

  /**
   * @param session not closed here
   */
  QuoteCalls(StrategyRouter router, RoutingSession session, long deadlineMillis) {
    this(router, session, deadlineMillis, System.nanoTime());
  }

  /**
   * @param session not closed here
   * @param began when the time began to run, as of {@link System#nanoTime}
   */
  QuoteCalls(StrategyRouter router, RoutingSession session, long deadlineMillis, long began) {
    this.began = began;
    this.router = router;
    this.session = session;
    this.deadlineMillis = deadlineMillis;
  }

  /**
   * Works a quote out, in one thread of the kernel's pool if strategies of others take part.
   *
   * @param foreignKinds true if kinds of other bundles are asked, who knows how often
   */
  static <O> O workOut(
      RoutingSession session, long deadlineMillis, boolean foreignKinds, SessionWork<O> work) {
    return foreignKinds ? work.with(session) : session.workOut(deadlineMillis, ROLES, work);
  }

  /**
   * What keeps a caller on one side of a trial: the customer; for an anonymous cart what lies in
   * it, so that asking twice gives the same answer. The router keeps neither.
   */
  static String trafficKey(Cart cart) {
    return cart.customer()
        .map(CustomerKey::value)
        .orElseGet(() -> Integer.toHexString(cart.lines().hashCode()));
  }

  private long leftMillis() {
    long usedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return Math.max(LEAST_MILLIS, deadlineMillis - usedMillis);
  }

  long[] unitPrices(Cart cart, PriceBook prices) {
    return note(
        LinePricer.class,
        session.call(
            LinePricer.class,
            CallOptions.<long[]>within(leftMillis())
                .checkedBy(answer -> Complaints.prices(answer, cart, prices)),
            pricer -> pricer.unitPricesMinor(cart, prices)));
  }

  Selection select(EngineChoices choices) {
    return note(
        SelectionPolicy.class,
        session.call(
            SelectionPolicy.class,
            CallOptions.<Selection>within(leftMillis()).checkedBy(choices::complaint),
            choices::choiceOf));
  }

  /**
   * Evaluates a condition of another bundle.
   *
   * @throws KindUnavailableException if nobody can
   */
  Optional<Reason> fails(Spec spec, OfferContext context) {
    return kind(
        ConditionKind.class,
        spec,
        CallOptions.within(leftMillis()),
        (ConditionKind kind) -> kind.fails(spec, context));
  }

  /**
   * Evaluates an effect of another bundle.
   *
   * @throws KindUnavailableException if nobody can
   */
  long[] discountsMinor(Spec spec, OfferContext context) {
    return kind(
        EffectKind.class,
        spec,
        CallOptions.<long[]>within(leftMillis())
            .checkedBy(answer -> Complaints.discounts(answer, context)),
        (EffectKind kind) -> kind.discountsMinor(spec, context));
  }

  /** What an effect of another bundle gives beside money; nothing if nobody can say. */
  List<Benefit> benefits(String offerId, Spec spec, OfferContext context) {
    try {
      return kind(
          EffectKind.class,
          spec,
          CallOptions.within(leftMillis()),
          (EffectKind kind) -> List.copyOf(kind.benefits(offerId, spec, context)));
    } catch (KindUnavailableException missing) {
      return List.of();
    }
  }

  /** Why another strategy than the selected one answered. */
  List<Reason> fallbacks() {
    return fallbacks;
  }

  /** Who took part: one per role, and one per kind that comes from another bundle. */
  List<StrategyRef> served() {
    if (kinds.isEmpty()) {
      return session.served();
    }
    List<StrategyRef> all = new ArrayList<>(session.served());
    for (StrategyRef ref : kinds.values()) {
      if (!all.contains(ref)) {
        all.add(ref);
      }
    }
    return all;
  }

  private <S, R> R kind(
      Class<S> role, Spec spec, CallOptions<R> options, souk.kernel.api.StrategyCall<S, R> call) {
    try {
      StrategyRef ref =
          kinds.computeIfAbsent(
              role.getSimpleName() + ":" + spec.kind(),
              key ->
                  Kinds.find(router, role, spec.kind())
                      .orElseThrow(
                          () ->
                              new RoutingException(
                                  RoutingException.Code.UNKNOWN_STRATEGY,
                                  "no bundle offers this kind")));
      return session.call(role, options.only(ref), call).value();
    } catch (RoutingException missing) {
      throw new KindUnavailableException(
          Reason.of(
              "kind.unavailable",
              "The kind %s cannot be evaluated: %s".formatted(spec.kind(), missing.getMessage()),
              spec.kind()),
          missing);
    }
  }

  private <R> R note(Class<?> role, Routed<R> answer) {
    answer
        .fallbackReason()
        .ifPresent(
            why ->
                fallbacks.add(
                    Reason.of(
                        "quote.fallback",
                        "%s answered for the selected %s: %s"
                            .formatted(answer.servedBy(), role.getSimpleName(), why),
                        answer.servedBy(),
                        role.getSimpleName())));
    return answer.value();
  }

  /** The evaluator of a kind is not there or failed. */
  static final class KindUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;

    KindUnavailableException(Reason reason, Throwable cause) {
      super(reason.text(), cause);
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }
}
