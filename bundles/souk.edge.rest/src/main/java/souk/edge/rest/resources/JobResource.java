package souk.edge.rest.resources;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.Page;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.http.Title;
import souk.edge.rest.json.ViewModule;
import souk.edge.rest.json.ViewShapes;
import souk.kernel.api.JobStatus;
import souk.kernel.api.Jobs;

/** Long work: progress, result, cancellation. */
final class JobResource {
  private final Rooms rooms;
  private final JobFailures failures;

  JobResource(Rooms rooms, JobFailures failures) {
    this.rooms = rooms;
    this.failures = failures;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/jobs", Right.READ, this::list)
            .says("Jobs, newest first, without their results.")
            .paged()
            .answers(Shape.list(ViewShapes.LISTED_JOB)),
        Route.get("/jobs/{id}", Right.READ, request -> view(job(request)))
            .says("One job with its result or its problem.")
            .answers(Shape.of(JobStatus.class))
            .fails(404, "job.unknown"),
        Route.delete("/jobs/{id}", Right.MERCHANDISE, this::cancel)
            .says("Asks a job to stop.")
            .answers(Shape.of(JobStatus.class))
            .fails(404, "job.unknown")
            .fails(409, "job.ended"));
  }

  private Object list(Request request) {
    return Page.of(request, rooms.get(Jobs.class).list(), Page.MOST, this::listed);
  }

  /** Results may be large and are shown for one job only. */
  private Map<String, Object> listed(JobStatus job) {
    Map<String, Object> view = view(job);
    view.remove("result");
    return view;
  }

  private Map<String, Object> view(JobStatus job) {
    Map<String, Object> view = ViewModule.job(job);
    if (job.error().isPresent()) {
      failures
          .of(job.id())
          .ifPresent(problem -> view.put("error", problem.members(Locale.ENGLISH)));
    }
    return view;
  }

  private JobStatus job(Request request) {
    String id = request.parameter("id");
    return rooms.get(Jobs.class).find(id).orElseThrow(() -> ProblemException.notFound("job", id));
  }

  private Object cancel(Request request) {
    JobStatus job = job(request);
    if (!rooms.get(Jobs.class).cancel(job.id())) {
      throw ProblemException.of(
          409, "job.ended", Title.JOB_ENDED, "Job %s has ended before.".formatted(job.id()));
    }
    return view(job(request));
  }
}
