package souk.edge.rest.resources;

import java.util.List;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.kernel.api.JobStatus;
import souk.kernel.api.Jobs;

/** Long work: progress, result, cancellation. */
final class JobResource {
  private final Rooms rooms;

  JobResource(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/jobs", Right.READ, request -> rooms.get(Jobs.class).list()),
        Route.get("/jobs/{id}", Right.READ, this::job),
        new Route("DELETE", "/jobs/{id}", Right.MERCHANDISE, 0, this::cancel));
  }

  private JobStatus job(Request request) {
    String id = request.parameter("id");
    return rooms.get(Jobs.class).find(id).orElseThrow(() -> ProblemException.notFound("job", id));
  }

  private Object cancel(Request request) {
    JobStatus job = job(request);
    if (!rooms.get(Jobs.class).cancel(job.id())) {
      throw ProblemException.of(
          409, "job.ended", "The job has ended.", "Job %s has ended before.".formatted(job.id()));
    }
    return job(request);
  }
}
