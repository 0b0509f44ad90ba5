package souk.offer.engine.language;

import java.util.List;
import java.util.Optional;
import souk.kernel.api.CallOptions;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.EffectKind;

/** Kinds as the router knows them. */
final class RoutedKinds implements OtherKinds {
  private final StrategyRouter router;
  private final long deadlineMillis;

  RoutedKinds(StrategyRouter router, long deadlineMillis) {
    this.router = router;
    this.deadlineMillis = deadlineMillis;
  }

  @Override
  public List<String> names(Role role) {
    return router.strategies(role.type()).stream()
        .map(StrategyRef::strategy)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<Reason> validate(Role role, Spec spec) {
    return role == Role.CONDITION
        ? ask(ConditionKind.class, spec, kind -> kind.validate(spec))
        : ask(EffectKind.class, spec, kind -> kind.validate(spec));
  }

  private <S> List<Reason> ask(Class<S> role, Spec spec, StrategyCall<S, List<Reason>> call) {
    Optional<StrategyRef> ref =
        router.strategies(role).stream()
            .filter(known -> known.strategy().equals(spec.kind()))
            .findFirst();
    try {
      return ref.isEmpty()
          ? List.of()
          : router
              .call(role, CallOptions.<List<Reason>>within(deadlineMillis).only(ref.get()), call)
              .value();
    } catch (RoutingException failed) {
      return List.of(
          Reason.of(
              "offer.kind-failed",
              "Kind %s could not be checked: %s".formatted(spec.kind(), failed.getMessage()),
              spec.kind()));
    }
  }
}
