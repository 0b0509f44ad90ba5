package souk.edge.rest.resources;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.Problem;

/**
 * Remembers why the latest jobs failed, with the stable type of the problem; the kernel keeps the
 * words only. Safe for use by many threads.
 */
final class JobFailures {
  private static final int KEPT = 500;

  private final Map<String, AtomicReference<@Nullable Problem>> byJob =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, AtomicReference<@Nullable Problem>> eldest) {
          return size() > KEPT;
        }
      };

  /** Remembers where the job puts its problem if it fails. */
  synchronized void watch(String jobId, AtomicReference<@Nullable Problem> problem) {
    byJob.put(jobId, problem);
  }

  synchronized Optional<Problem> of(String jobId) {
    AtomicReference<@Nullable Problem> problem = byJob.get(jobId);
    return problem == null ? Optional.empty() : Optional.ofNullable(problem.get());
  }
}
