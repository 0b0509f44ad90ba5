package souk.kernel.api;

import java.util.Optional;

/**
 * An answer and who gave it.
 *
 * @param value the answer
 * @param servedBy strategy that gave it
 * @param fallbackReason why it was not the selected strategy, or empty
 * @param micros duration of the serving call in microseconds
 * @param <R> type of the answer
 */
public record Routed<R>(
    R value, StrategyRef servedBy, Optional<String> fallbackReason, long micros) {
  public boolean fallback() {
    return fallbackReason.isPresent();
  }
}
