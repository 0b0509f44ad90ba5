package souk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import souk.kernel.api.Actor;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobWork;
import souk.kernel.api.Jobs;

/** Runs tasks one after the other in the caller's thread; keeps no jobs. */
public final class SerialJobs implements Jobs {
  @Override
  public JobStatus submit(String kind, Actor actor, JobWork work) {
    throw new UnsupportedOperationException("submit");
  }

  @Override
  public Optional<JobStatus> find(String id) {
    return Optional.empty();
  }

  @Override
  public List<JobStatus> list() {
    return List.of();
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
