package souk.kernel.api;

import java.time.Instant;

/**
 * A file of the drop folder and what became of it.
 *
 * @param file its name
 * @param symbolicName of the bundle; empty if the file could not be read
 * @param version of the bundle
 * @param state what became of it
 * @param reason why it does not run, in words for people; empty if it runs
 * @param kept version of an older bundle of the same file that goes on running; empty if there is
 *     none
 * @param since when it came to this state
 */
public record DroppedBundle(
    String file,
    String symbolicName,
    String version,
    State state,
    String reason,
    String kept,
    Instant since) {

  /** What became of a dropped file. */
  public enum State {
    /** It runs. */
    ACTIVE,
    /** Something that it imports is not here; it starts by itself once it comes. */
    WAITING,
    /** It is broken, or its start failed; it is tried again when the file changes. */
    FAILED,
    /** Its activator did not come back in time; it holds one thread until the platform stops. */
    HANGING
  }
}
