package souk.edge.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import souk.kernel.api.Actor;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobWork;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;

/** Runs jobs at once in the caller's thread. */
final class InstantJobs implements Jobs {
  private final Map<String, JobStatus> jobs = new LinkedHashMap<>();

  private record Status(
      String id,
      String kind,
      Actor actor,
      State state,
      Instant submittedAt,
      Optional<Instant> endedAt,
      double percent,
      double rate,
      Optional<Long> remainingMillis,
      String message,
      Optional<String> resultJson,
      Optional<String> error)
      implements JobStatus {}

  @Override
  public JobStatus submit(String kind, Actor actor, JobWork work) {
    String id = "J-" + (jobs.size() + 1);
    Optional<String> result = Optional.empty();
    Optional<String> error = Optional.empty();
    try {
      result = Optional.of(work.run(Progress.none()));
    } catch (Exception failed) {
      error = Optional.of(String.valueOf(failed.getMessage()));
    }
    JobStatus status =
        new Status(
            id,
            kind,
            actor,
            error.isPresent() ? JobStatus.State.FAILED : JobStatus.State.DONE,
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            100,
            0,
            Optional.empty(),
            "",
            result,
            error);
    jobs.put(id, status);
    return status;
  }

  @Override
  public Optional<JobStatus> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  @Override
  public List<JobStatus> list() {
    return new ArrayList<>(jobs.values());
  }

  @Override
  public boolean cancel(String id) {
    return false;
  }

  @Override
  public <T> List<T> parallel(List<? extends Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>();
    for (Callable<T> task : tasks) {
      results.add(task.call());
    }
    return results;
  }
}
