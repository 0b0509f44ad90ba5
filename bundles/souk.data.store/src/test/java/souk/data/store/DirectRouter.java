package souk.data.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.data.spi.DataConnector;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingException;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;

/** Calls connectors in the caller's thread; what a connector throws counts as its failure. */
final class DirectRouter implements StrategyRouter {
  private final Map<StrategyRef, DataConnector> connectors = new LinkedHashMap<>();
  private int failures;

  DirectRouter with(String id, DataConnector connector) {
    connectors.put(new StrategyRef("DataConnector", id, "1.0.0"), connector);
    return this;
  }

  int failures() {
    return failures;
  }

  @Override
  public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
    StrategyRef ref = options.only().orElseThrow();
    try {
      R value = call.apply(role.cast(connectors.get(ref)));
      return new Routed<>(value, ref, Optional.empty(), 0);
    } catch (Exception e) {
      failures++;
      throw new RoutingException(RoutingException.Code.ALL_FAILED, ref + " failed: " + e, e);
    }
  }

  @Override
  public RoutingSession open() {
    throw new UnsupportedOperationException("Loads open no session.");
  }

  @Override
  public List<StrategyRef> strategies(Class<?> role) {
    return new ArrayList<>(connectors.keySet());
  }
}
