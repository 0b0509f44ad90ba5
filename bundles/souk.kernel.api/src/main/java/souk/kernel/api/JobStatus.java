package souk.kernel.api;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A job at one moment. */
@ProviderType
public interface JobStatus {
  /** State of a job. */
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  String id();

  /** For example {@code load}, {@code forecast}. */
  String kind();

  Actor actor();

  State state();

  Instant submittedAt();

  Optional<Instant> endedAt();

  /** In [0, 100]; 0 while the total is unknown. */
  double percent();

  /** Units per second since the start. */
  double rate();

  /** Milliseconds left by the rate so far, or empty if unknown. */
  Optional<Long> remainingMillis();

  String message();

  /** JSON object, once done. */
  Optional<String> resultJson();

  /** Why it failed, in words for people. */
  Optional<String> error();
}
