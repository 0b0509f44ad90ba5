package souk.offer.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.SessionWork;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.kernel.api.StrategyRouter;
import souk.model.Cart;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.CouponLedger;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LedgerView;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.Preview;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;
import souk.offer.engine.compiled.CompiledSnapshot;
import souk.offer.engine.compiled.PreviewCache;
import souk.offer.engine.compiled.SnapshotCache;

/**
 * Quotes carts. A quote for a stated instant is a preview: it has no side effect and is not logged.
 */
@Component(configurationPid = "souk.offer.engine")
@Designate(ocd = OfferEngineConfig.class)
public final class DefaultOfferEngine implements OfferEngine {
  static final String STATE_FOLDER = "souk.data";
  private static final long LONGEST_WAIT_MILLIS = 250;

  private final StrategyRouter router;
  private final Snapshots snapshots;
  private final DecisionLog log;
  private final QuoteLog quoteLog;
  private final long deadlineMillis;
  private final Turnstile turnstile;
  private final Clock clock;
  private final SnapshotCache cache = new SnapshotCache();
  private final PreviewCache previews = new PreviewCache();
  private final Workplace.Pool workplaces = new Workplace.Pool();

  /** Absent while no ledger serves; then limited offers do not apply. */
  @Reference(
      service = CouponLedger.class,
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable LedgerView ledger;

  @Activate
  public DefaultOfferEngine(
      @Reference StrategyRouter router,
      @Reference Snapshots snapshots,
      @Reference DecisionLog log,
      BundleContext bundles,
      OfferEngineConfig config) {
    this(
        router,
        snapshots,
        log,
        new QuoteLog(
            log,
            Pseudonyms.of(config.pseudonymKeyFile(), bundles.getProperty(STATE_FOLDER)),
            config.logShare()),
        config.deadlineMillis(),
        new Turnstile(config.quotesAtOnce(), LONGEST_WAIT_MILLIS),
        SteadyClock.after(Clock.systemUTC(), log));
  }

  DefaultOfferEngine(
      StrategyRouter router,
      Snapshots snapshots,
      DecisionLog log,
      QuoteLog quoteLog,
      long deadlineMillis,
      Turnstile turnstile,
      Clock clock) {
    this.router = router;
    this.snapshots = snapshots;
    this.log = log;
    this.quoteLog = quoteLog;
    this.deadlineMillis = deadlineMillis;
    this.turnstile = turnstile;
    this.clock = clock;
  }

  @Override
  public Quote quote(QuoteRequest request) {
    return served(request, false, false).quote();
  }

  @Override
  public DetailedQuote detail(QuoteRequest request, boolean explained) {
    return served(request, true, explained);
  }

  private DetailedQuote served(QuoteRequest request, boolean detailed, boolean explained) {
    CompiledSnapshot compiled = cache.of(current());
    Cart cart = request.cart();
    QuoteRun.checkCurrency(cart, compiled);
    Instant at = request.at().orElseGet(clock::instant);
    DecisionId id = log.newId();
    LedgerMemo look = new LedgerMemo(LedgerLook.of(Optional.ofNullable(ledger)));
    DetailedQuote quote;
    boolean real = request.at().isEmpty();
    boolean entered = turnstile.enter();
    long began = System.nanoTime();
    SessionWork<DetailedQuote> work =
        calls ->
            run(compiled, cart, at, look, calls, began).detail(request, id, detailed, explained);
    try (RoutingSession session = router.open(QuoteCalls.trafficKey(cart))) {
      quote = QuoteCalls.workOut(session, deadlineMillis, compiled.set().foreign(), work);
      if (real) {
        session.conclude(
            quote.quote(),
            twin -> {
              LedgerLook same = new LedgerMemo(look.left(), look.coupons());
              return run(compiled, cart, at, same, twin, System.nanoTime()).quote(request, id);
            });
      }
    } finally {
      turnstile.leave(entered);
    }
    if (real) {
      quoteLog.append(request, quote.quote(), look);
    }
    return quote;
  }

  @Override
  public DetailedQuote preview(Preview preview) {
    Optional<Snapshot> now = snapshots.current();
    CompiledSnapshot compiled =
        DraftSnapshots.isPublished(preview)
            ? cache.of(current())
            : previews.of(preview, now, () -> DraftSnapshots.of(preview, now, clock.instant()));
    QuoteRequest request = preview.request();
    Cart cart = request.cart();
    QuoteRun.checkCurrency(cart, compiled);
    Instant at = request.at().orElseGet(clock::instant);
    LedgerLook look = LedgerLook.of(Optional.ofNullable(ledger));
    try (RoutingSession session = router.open(QuoteCalls.trafficKey(cart))) {
      return run(compiled, cart, at, look, session, System.nanoTime())
          .detail(request, log.newId(), true, preview.explained());
    }
  }

  private Snapshot current() {
    return snapshots
        .current()
        .orElseThrow(
            () ->
                new QuoteException(
                    "quote.nothing-published",
                    "No prices are published.\nMaybe data must be loaded and published first."));
  }

  private QuoteRun run(
      CompiledSnapshot compiled,
      Cart cart,
      Instant at,
      LedgerLook look,
      RoutingSession session,
      long began) {
    QuoteCalls calls = new QuoteCalls(router, session, deadlineMillis, began);
    return new QuoteRun(compiled, calls, look, workplaces, cart, at);
  }

  @Override
  public List<Reason> validate(OfferBook offers, PriceBook prices) {
    return new OfferValidation(router, deadlineMillis, prices).check(offers);
  }

  @Override
  public List<Reason> conflicts(OfferBook offers, PriceBook prices, Map<Sku, Money> costs) {
    return OfferConflicts.of(offers, prices, Optional.empty(), costs);
  }

  @Override
  public List<Reason> conflicts(OfferBook offers, OfferSurroundings around, Map<Sku, Money> costs) {
    return around
        .prices()
        .map(prices -> OfferConflicts.of(offers, prices, around.articles(), costs))
        .orElse(List.of());
  }
}
