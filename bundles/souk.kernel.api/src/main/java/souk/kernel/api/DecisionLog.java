package souk.kernel.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.DecisionId;

/**
 * Append-only log of what was decided, in segment files whose records carry CRC32C and a hash
 * chain. Safe for use by many threads.
 */
@ProviderType
public interface DecisionLog {
  /** A new id, unique within this installation and ordered by time. */
  DecisionId newId();

  /**
   * Appends soon: at most one second of entries may be lost at a crash. For quotes; the log may
   * remove its oldest entries of this way as its configuration says, and notes durably that it did.
   */
  void append(Decision decision);

  /**
   * Appends and returns when the entry is on stable storage, where it is kept for ever. For plans,
   * approvals, publications and swaps.
   *
   * @throws java.io.UncheckedIOException if it could not be made durable
   */
  void appendDurable(Decision decision);

  Optional<Decision> find(DecisionId id);

  /** The latest entries of a kind, newest first. */
  List<Decision> latest(String kind, int limit);

  /** Why entries cannot be written now, in words for people; empty while all is well. */
  Optional<String> trouble();

  /**
   * What the log holds now, for a backup: every entry whose append has returned is in it.
   *
   * @throws UnsupportedOperationException if this log keeps no files
   */
  default LogCut cut() {
    throw new UnsupportedOperationException("This decision log keeps no files.");
  }
}
