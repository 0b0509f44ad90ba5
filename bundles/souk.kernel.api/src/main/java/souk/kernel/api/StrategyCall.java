package souk.kernel.api;

/**
 * One call into a strategy. The result must be a value of the contract: never a lambda, a lazy view
 * or a type of the strategy's own bundle, which would outlive the strategy.
 *
 * <p>A call is a function of the strategy without side effects: the router may run it a second
 * time, in another thread and after it was answered, on a strategy in shadow, for the comparison of
 * a canary with the primary, or to warm a strategy up. A call that must not be repeated says so by
 * {@link CallOptions#once()}.
 *
 * @param <S> role
 * @param <R> result
 */
@FunctionalInterface
public interface StrategyCall<S, R> {
  R apply(S strategy) throws Exception;
}
