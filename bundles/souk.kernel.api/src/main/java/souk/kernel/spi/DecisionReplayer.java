package souk.kernel.spi;

import org.osgi.annotation.versioning.ConsumerType;
import souk.kernel.api.Decision;
import souk.kernel.api.Replay;

/**
 * Computes decisions of one kind once more. A service without selection: the room that logs a kind
 * replays it. Must be safe for use by many threads and free of side effects.
 */
@ConsumerType
public interface DecisionReplayer {
  /** Kind of the decisions, for example {@code quote}. */
  String kind();

  /**
   * Computes one again. What is missing is told in the result, not thrown.
   *
   * @param decision of this kind, as it was logged
   */
  Replay replay(Decision decision);
}
