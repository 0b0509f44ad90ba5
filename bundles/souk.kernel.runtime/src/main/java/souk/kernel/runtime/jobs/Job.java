package souk.kernel.runtime.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.JobStatus;
import souk.kernel.api.JobWork;
import souk.kernel.api.Progress;

/** One job: its work until it has run, its progress and how it ended. */
final class Job implements Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final String id;
  private final String kind;
  private final Actor actor;
  private final Clock clock;
  private final Instant submittedAt;
  private @Nullable JobWork work;
  private JobStatus.State state = JobStatus.State.QUEUED;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;
  private long done;
  private long total;
  private String message = "";
  private @Nullable String resultJson;
  private @Nullable String error;
  private volatile boolean cancelled;

  Job(String id, String kind, Actor actor, JobWork work, Clock clock) {
    this.id = id;
    this.kind = kind;
    this.actor = actor;
    this.work = work;
    this.clock = clock;
    this.submittedAt = clock.instant();
  }

  String id() {
    return id;
  }

  String kind() {
    return kind;
  }

  @Override
  public synchronized void report(long doneSoFar, long all, String what) {
    done = doneSoFar;
    total = all;
    message = what;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  /** Runs the work in this thread; never throws but for a broken virtual machine. */
  void run() {
    JobWork body = start();
    if (body == null) {
      return;
    }
    try {
      String result = body.run(this);
      end(JobStatus.State.DONE, result, null);
    } catch (CancellationException e) {
      boolean asked = cancelled;
      end(
          asked ? JobStatus.State.CANCELLED : JobStatus.State.FAILED,
          null,
          asked ? null : describe(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(JobStatus.State.CANCELLED, null, null);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      // A bundle that is replaced under a running job may break it in any of these ways.
      LOG.warn("Job {} of kind {} failed.", id, kind, e);
      end(JobStatus.State.FAILED, null, describe(e));
    } finally {
      if (!ended()) {
        end(JobStatus.State.FAILED, null, "The virtual machine ran out of a resource.");
      }
    }
  }

  /** Asks the job to stop; false if it has ended. */
  synchronized boolean cancel() {
    if (endedAt != null) {
      return false;
    }
    cancelled = true;
    if (state == JobStatus.State.QUEUED) {
      endNow(JobStatus.State.CANCELLED, null, null);
    }
    return true;
  }

  synchronized boolean ended() {
    return endedAt != null;
  }

  synchronized JobStatus status() {
    double seconds = seconds();
    double rate = seconds > 0 ? done / seconds : 0;
    double percent =
        state == JobStatus.State.DONE
            ? 100
            : total > 0 ? Math.max(0, Math.min(100, 100.0 * done / total)) : 0;
    Optional<Long> remaining =
        endedAt == null && total > 0 && rate > 0
            ? Optional.of(Math.round(Math.max(0, total - done) / rate * 1_000))
            : Optional.empty();
    return new JobPicture(
        id,
        kind,
        actor,
        state,
        submittedAt,
        Optional.ofNullable(endedAt),
        percent,
        rate,
        remaining,
        message,
        Optional.ofNullable(resultJson),
        Optional.ofNullable(error));
  }

  private double seconds() {
    if (startedAt == null) {
      return 0;
    }
    Instant until = endedAt == null ? clock.instant() : endedAt;
    return Duration.between(startedAt, until).toNanos() / 1e9;
  }

  private synchronized @Nullable JobWork start() {
    JobWork body = work;
    work = null;
    if (state != JobStatus.State.QUEUED) {
      return null;
    }
    state = JobStatus.State.RUNNING;
    startedAt = clock.instant();
    return body;
  }

  private synchronized void end(
      JobStatus.State how, @Nullable String result, @Nullable String problem) {
    endNow(how, result, problem);
  }

  private void endNow(JobStatus.State how, @Nullable String result, @Nullable String problem) {
    state = how;
    resultJson = result;
    error = problem;
    endedAt = clock.instant();
    work = null;
  }

  private static String describe(Throwable thrown) {
    String text = thrown.getMessage();
    return text == null || text.isBlank() ? thrown.getClass().getName() : text;
  }
}
