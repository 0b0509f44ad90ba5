package souk.edge.webconsole;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import souk.kernel.api.Actor;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobWork;
import souk.kernel.api.Jobs;
import souk.model.DecisionId;

/** One running and one failed job, and a decision log without entries, for tests of pages. */
public final class Work implements Jobs, DecisionLog {
  /** What was asked for, in order. */
  public final List<String> asked = new ArrayList<>();

  private record Job(
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
  public List<JobStatus> list() {
    Actor actor = new Actor("ann", "http");
    return List.of(
        new Job(
            "J-2",
            "load",
            actor,
            JobStatus.State.RUNNING,
            Instant.EPOCH,
            Optional.empty(),
            42.4,
            1_500,
            Optional.of(75_000L),
            "reading",
            Optional.empty(),
            Optional.empty()),
        new Job(
            "J-1",
            "forecast",
            actor,
            JobStatus.State.FAILED,
            Instant.EPOCH,
            Optional.of(Instant.EPOCH.plusSeconds(3)),
            10,
            0,
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.of("No <data> is loaded.")));
  }

  @Override
  public JobStatus submit(String kind, Actor actor, JobWork work) {
    asked.add("submit " + kind + " by " + actor.name());
    try {
      work.run(souk.kernel.api.Progress.none());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return list().get(0);
  }

  @Override
  public Optional<JobStatus> find(String id) {
    return list().stream().filter(j -> j.id().equals(id)).findFirst();
  }

  @Override
  public boolean cancel(String id) {
    asked.add("cancel " + id);
    return find(id).filter(j -> j.state() == JobStatus.State.RUNNING).isPresent();
  }

  @Override
  public <T> List<T> parallel(List<? extends Callable<T>> tasks) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DecisionId newId() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void append(Decision decision) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void appendDurable(Decision decision) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Decision> find(DecisionId id) {
    return Optional.empty();
  }

  @Override
  public List<Decision> latest(String kind, int limit) {
    return List.of();
  }

  @Override
  public Optional<String> trouble() {
    return Optional.of("the <disk> is full");
  }
}
