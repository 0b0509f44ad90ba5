package souk.kernel.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the learn room does for callers outside, in plain values as JSON has them: maps, lists,
 * texts, numbers. It lies here, not in the room's own contract, so that the edges, through which
 * tills quote, are not wired to that contract and need not restart with it. Since 1.1.0.
 */
@ProviderType
public interface LearningDesk {
  /**
   * Learns from a table, judges that, and answers other rows.
   *
   * @param request {@code target}, {@code task} (CLASSIFY or REGRESS), {@code columns} and {@code
   *     predict} (lists of maps with {@code name} and {@code figures}, a list of numbers, or {@code
   *     texts}; null where missing), and what may be left out: {@code positive}, {@code time},
   *     {@code ignored}, {@code learners}, {@code folds}, {@code draws}, {@code seed}, {@code keep}
   * @throws IllegalArgumentException if it cannot be learned; says why
   */
  Map<String, Object> learn(Map<String, Object> request, Progress progress);

  /**
   * Learns a network from sequences, judges it on the last rows, and answers other rows. Each epoch
   * is told as progress.
   *
   * @param request {@code goal} (REAL or BINARY), {@code network} (MLP, LSTM, GRU, TEMPORAL_CNN or
   *     TRANSFORMER), {@code rows} (rows × steps × figures, oldest step first), {@code target} (a
   *     number per row), and what may be left out: {@code heldOut} (share of the last rows, 0.2),
   *     {@code options} (such as {@code hidden}, {@code epochs}), {@code seed}, {@code predict}
   *     (rows as above), {@code keep}
   * @throws IllegalArgumentException if it cannot be learned; says why
   * @throws IllegalStateException if nothing here learns from sequences
   */
  Map<String, Object> learnSequences(Map<String, Object> request, Progress progress);

  /** All learned models by name: champion, versions, the newest first, and promotions. */
  List<Map<String, Object>> models();

  /** Makes a version of a model the one that serves; returns when that is durable. */
  void promote(String model, int version, Actor actor, String reason);

  /**
   * Makes the version serve again that served before.
   *
   * @throws IllegalStateException if there was none
   */
  void rollBack(String model, Actor actor, String reason);
}
