package souk.edge.rest.resources;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Problem;
import souk.edge.rest.http.Problems;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.json.Json;
import souk.edge.rest.limits.RateLimits;
import souk.kernel.api.Actor;
import souk.kernel.api.JobStatus;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;

/** Starts long work and answers 202 with its place. */
final class JobStarter {
  private static final String PLACE = "/api/v1/jobs/";

  private final Rooms rooms;
  private final Json json;
  private final JobFailures failures;
  private final RateLimits limits;

  JobStarter(Rooms rooms, Json json, JobFailures failures, RateLimits limits) {
    this.rooms = rooms;
    this.json = json;
    this.failures = failures;
    this.limits = limits;
  }

  /** Long work whose result becomes JSON. */
  @FunctionalInterface
  interface Work {
    Object run(Progress progress) throws Exception;
  }

  /**
   * Body of the answer.
   *
   * @param jobId the job
   * @param href where to ask for it
   */
  record Accepted(String jobId, String href) {}

  Answer start(Request request, String kind, Work work) {
    limits.jobOf(request.actor().name());
    String id = follow(request.actor(), kind, work);
    String href = PLACE + id;
    return Answer.json(202, json.bytes(new Accepted(id, href)), Map.of("Location", href));
  }

  /** Work that nobody asked for by itself; its id. */
  String follow(Actor actor, String kind, Work work) {
    AtomicReference<@Nullable Problem> failure = new AtomicReference<>();
    JobStatus job =
        rooms.get(Jobs.class).submit(kind, actor, progress -> result(work, progress, failure));
    failures.watch(job.id(), failure);
    return job.id();
  }

  private String result(Work work, Progress progress, AtomicReference<@Nullable Problem> failure)
      throws Exception {
    try {
      return json.text(work.run(progress));
    } catch (CancellationException | InterruptedException stopped) {
      throw stopped;
    } catch (Exception failed) {
      failure.set(Problems.ofJob(failed));
      throw failed;
    }
  }
}
