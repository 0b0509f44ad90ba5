package souk.kernel.api;

/**
 * One call into a strategy. The result must be a value of the contract: never a lambda, a lazy view
 * or a type of the strategy's own bundle, which would outlive the strategy.
 *
 * @param <S> role
 * @param <R> result
 */
@FunctionalInterface
public interface StrategyCall<S, R> {
  R apply(S strategy) throws Exception;
}
