package souk.edge.rest.resources;

import java.util.Map;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.json.Json;
import souk.kernel.api.JobStatus;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;

/** Starts long work and answers 202 with its place. */
final class JobStarter {
  private static final String PLACE = "/api/v1/jobs/";

  private final Rooms rooms;
  private final Json json;

  JobStarter(Rooms rooms, Json json) {
    this.rooms = rooms;
    this.json = json;
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
    JobStatus job =
        rooms
            .get(Jobs.class)
            .submit(kind, request.actor(), progress -> json.text(work.run(progress)));
    String href = PLACE + job.id();
    return Answer.json(
        202, json.bytes(Map.of("jobId", job.id(), "href", href)), Map.of("Location", href));
  }
}
