package souk.kernel.api;

import java.util.List;
import souk.model.DecisionId;

/**
 * What came of computing a logged decision once more, with the snapshot and the strategy versions
 * it was made with. Immutable.
 *
 * @param decision the decision
 * @param kind its kind
 * @param outcome the same, different, or impossible
 * @param differences where the answers differ; empty unless different
 * @param missing what is no longer here or was never kept, in words for people; empty unless
 *     impossible
 */
public record Replay(
    DecisionId decision,
    String kind,
    Outcome outcome,
    List<Difference> differences,
    List<String> missing) {

  /** How a replay ended. */
  public enum Outcome {
    SAME,
    DIFFERENT,
    IMPOSSIBLE
  }

  /**
   * One place at which the answers differ.
   *
   * @param where place in the logged answer, for example {@code lines[0].net}
   * @param logged value then; empty if there was none
   * @param replayed value now; empty if there is none
   */
  public record Difference(String where, String logged, String replayed) {}

  public Replay {
    differences = List.copyOf(differences);
    missing = List.copyOf(missing);
  }

  /** Same if there are no differences. */
  public static Replay compared(Decision decision, List<Difference> differences) {
    return new Replay(
        decision.id(),
        decision.kind(),
        differences.isEmpty() ? Outcome.SAME : Outcome.DIFFERENT,
        differences,
        List.of());
  }

  /**
   * @param missing at least one sentence
   */
  public static Replay impossible(Decision decision, List<String> missing) {
    return new Replay(decision.id(), decision.kind(), Outcome.IMPOSSIBLE, List.of(), missing);
  }
}
