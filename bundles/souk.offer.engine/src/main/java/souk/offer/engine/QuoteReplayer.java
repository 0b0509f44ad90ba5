package souk.offer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.Decision;
import souk.kernel.api.Replay;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.Snapshot;
import souk.kernel.api.SnapshotArchive;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.kernel.api.StrategyState;
import souk.kernel.spi.DecisionReplayer;
import souk.offer.api.Quote;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;
import souk.offer.engine.compiled.CompiledSnapshot;

/**
 * Works logged quotes out again: the cart, the tags and the instant come from the log, the prices
 * and offers from the snapshot then in force, the answers from the strategy versions that took
 * part.
 */
@Component(configurationPid = "souk.offer.engine")
public final class QuoteReplayer implements DecisionReplayer {
  private final StrategyRouter router;
  private final Predicate<StrategyRef> here;
  private final SnapshotArchive archive;
  private final Pseudonyms pseudonyms;
  private final long deadlineMillis;
  private final Workplace.Pool workplaces = new Workplace.Pool();

  @Activate
  public QuoteReplayer(
      @Reference StrategyRouter router,
      @Reference RouterAdmin admin,
      @Reference SnapshotArchive archive,
      BundleContext bundles,
      OfferEngineConfig config) {
    this(
        router,
        ref -> isHere(admin, ref),
        archive,
        Pseudonyms.of(
            config.pseudonymKeyFile(), bundles.getProperty(DefaultOfferEngine.STATE_FOLDER)),
        config.deadlineMillis());
  }

  QuoteReplayer(
      StrategyRouter router,
      Predicate<StrategyRef> here,
      SnapshotArchive archive,
      Pseudonyms pseudonyms,
      long deadlineMillis) {
    this.pseudonyms = pseudonyms;
    this.router = router;
    this.here = here;
    this.archive = archive;
    this.deadlineMillis = deadlineMillis;
  }

  @Override
  public String kind() {
    return QuoteLog.KIND;
  }

  @Override
  public Replay replay(Decision decision) {
    LoggedQuote logged = LoggedQuote.of(decision);
    List<String> missing = new ArrayList<>(logged.missing());
    Optional<Snapshot> snapshot = decision.snapshot().flatMap(archive::find);
    if (snapshot.isEmpty()) {
      decision
          .snapshot()
          .ifPresent(id -> missing.add("Snapshot %s is no longer kept.".formatted(id)));
    }
    for (StrategyRef ref : decision.strategies()) {
      if (!here.test(ref)) {
        missing.add("Strategy %s is no longer installed.".formatted(ref));
      }
    }
    if (snapshot.isEmpty() || !missing.isEmpty()) {
      return Replay.impossible(decision, missing);
    }
    try {
      return compare(decision, logged, CompiledSnapshot.of(snapshot.get()));
    } catch (RoutingException | QuoteException failed) {
      return Replay.impossible(decision, List.of(String.valueOf(failed.getMessage())));
    }
  }

  private Replay compare(Decision decision, LoggedQuote logged, CompiledSnapshot snapshot) {
    SharedCodes codes = new SharedCodes(snapshot.sharedCodes(), pseudonyms);
    QuoteRequest request = logged.request(codes);
    LedgerMemo ledger = logged.ledger(codes);
    StrategyRouter then = new PinnedRouter(router, decision.strategies());
    try (RoutingSession session = then.open()) {
      QuoteCalls calls = new QuoteCalls(then, session, deadlineMillis);
      Quote quote =
          new QuoteRun(snapshot, calls, ledger, workplaces, request.cart(), decision.at())
              .quote(request, decision.id());
      QuoteRequest asLogged = logged.request();
      String body =
          DecisionBody.of(
              asLogged.cart(),
              asLogged.audience(),
              quote,
              logged.ledger(code -> code),
              SharedCodes::asWritten);
      return Replay.compared(decision, logged.differences(body));
    }
  }

  private static boolean isHere(RouterAdmin admin, StrategyRef ref) {
    return admin.role(ref.role()).stream()
        .flatMap(role -> role.strategies().stream())
        .filter(strategy -> strategy.state() != StrategyState.ABSENT)
        .anyMatch(strategy -> strategy.ref().equals(ref));
  }
}
