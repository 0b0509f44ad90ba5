package souk.offer.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.kernel.api.StrategyRouter;
import souk.model.Cart;
import souk.model.CustomerKey;
import souk.model.DecisionId;
import souk.model.Reason;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;
import souk.offer.engine.compiled.CompiledSnapshot;
import souk.offer.engine.compiled.SnapshotCache;

/**
 * Quotes carts. A quote for a stated instant is a preview: it has no side effect and is not logged.
 */
@Component(configurationPid = "souk.offer.engine")
@Designate(ocd = OfferEngineConfig.class)
public final class DefaultOfferEngine implements OfferEngine {
  private static final String STATE_FOLDER = "souk.data";

  private final StrategyRouter router;
  private final Snapshots snapshots;
  private final DecisionLog log;
  private final QuoteLog quoteLog;
  private final long deadlineMillis;
  private final Clock clock;
  private final SnapshotCache cache = new SnapshotCache();

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
            pseudonyms(config.pseudonymKeyFile(), bundles.getProperty(STATE_FOLDER)),
            config.logShare()),
        config.deadlineMillis(),
        SteadyClock.after(Clock.systemUTC(), log));
  }

  DefaultOfferEngine(
      StrategyRouter router,
      Snapshots snapshots,
      DecisionLog log,
      QuoteLog quoteLog,
      long deadlineMillis,
      Clock clock) {
    this.router = router;
    this.snapshots = snapshots;
    this.log = log;
    this.quoteLog = quoteLog;
    this.deadlineMillis = deadlineMillis;
    this.clock = clock;
  }

  @Override
  public Quote quote(QuoteRequest request) {
    Snapshot current =
        snapshots
            .current()
            .orElseThrow(
                () ->
                    new QuoteException(
                        "quote.nothing-published",
                        "No prices are published.\nMaybe data must be loaded and published first."));
    CompiledSnapshot compiled = cache.of(current);
    Cart cart = request.cart();
    if (!cart.currency().equals(compiled.prices().currency())) {
      throw new QuoteException(
          "quote.wrong-currency",
          "The cart is in %s, but prices are published in %s."
              .formatted(
                  cart.currency().getCurrencyCode(),
                  compiled.prices().currency().getCurrencyCode()));
    }
    Instant at = request.at().orElseGet(clock::instant);
    DecisionId id = log.newId();
    Quote quote;
    try (RoutingSession session = router.open(trafficKey(cart))) {
      quote = run(compiled, request, at, id, session);
      if (request.at().isEmpty()) {
        session.conclude(quote, twin -> run(compiled, request, at, id, twin));
      }
    }
    if (request.at().isEmpty()) {
      quoteLog.append(request, quote);
    }
    return quote;
  }

  private Quote run(
      CompiledSnapshot compiled,
      QuoteRequest request,
      Instant at,
      DecisionId id,
      RoutingSession session) {
    QuoteCalls calls = new QuoteCalls(router, session, deadlineMillis);
    return new QuoteRun(compiled, calls, request.cart(), at).quote(request, id);
  }

  /**
   * The customer, so that one never changes sides during a trial; for an anonymous cart what lies
   * in it, so that asking twice gives the same answer. The router keeps neither.
   */
  private static String trafficKey(Cart cart) {
    return cart.customer()
        .map(CustomerKey::value)
        .orElseGet(() -> Integer.toHexString(cart.lines().hashCode()));
  }

  @Override
  public List<Reason> validate(OfferBook offers, PriceBook prices) {
    return new OfferValidation(router, deadlineMillis, prices).check(offers);
  }

  private static Pseudonyms pseudonyms(String configured, String stateFolder) {
    if (!configured.isBlank()) {
      return Pseudonyms.ofFile(Path.of(configured));
    }
    return stateFolder == null || stateFolder.isBlank()
        ? Pseudonyms.ofThisProcess()
        : Pseudonyms.ofFile(Path.of(stateFolder, "secrets", "pseudonym.key"));
  }
}
