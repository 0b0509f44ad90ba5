package souk.kernel.runtime.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Which jobs wait, run and have ended; hands out the next one whose kind is free. */
final class JobBoard {
  private final int waitingLimit;
  private final int keptLimit;
  private final Map<String, Job> byId = new LinkedHashMap<>();
  private final Deque<Job> waiting = new ArrayDeque<>();
  private final Set<String> runningKinds = new HashSet<>();

  JobBoard(int waitingLimit, int keptLimit) {
    this.waitingLimit = waitingLimit;
    this.keptLimit = keptLimit;
  }

  synchronized void add(Job job) {
    waiting.removeIf(Job::ended);
    if (waiting.size() >= waitingLimit) {
      throw new RejectedExecutionException(
          "%d jobs wait already, so this one of kind %s is refused.%nMaybe try again later."
              .formatted(waiting.size(), job.kind()));
    }
    byId.put(job.id(), job);
    waiting.add(job);
  }

  /** The next job that may run, its kind taken, or null. */
  synchronized @Nullable Job next() {
    for (Iterator<Job> it = waiting.iterator(); it.hasNext(); ) {
      Job job = it.next();
      if (job.ended()) {
        it.remove();
      } else if (runningKinds.add(job.kind())) {
        it.remove();
        return job;
      }
    }
    return null;
  }

  synchronized void ended(Job job) {
    runningKinds.remove(job.kind());
    long over = byId.values().stream().filter(Job::ended).count() - keptLimit;
    for (Iterator<Job> it = byId.values().iterator(); it.hasNext() && over > 0; ) {
      if (it.next().ended()) {
        it.remove();
        over--;
      }
    }
  }

  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Newest first. */
  synchronized List<Job> list() {
    List<Job> jobs = new ArrayList<>(byId.values());
    Collections.reverse(jobs);
    return jobs;
  }
}
