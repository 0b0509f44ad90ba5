package souk.edge.rest.resources;

import java.util.Optional;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastMonitor;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.kernel.api.Jobs;

/**
 * Looks whether forecasts still hold whenever new sales have come in, in a job of its own, for
 * which nobody waits; what it finds asks for a refit in health, metrics and the page Forecasts.
 */
final class DriftLook {
  static final String KIND = "forecast-drift";

  private final Rooms rooms;
  private final JobStarter jobs;

  DriftLook(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /** The same work, and a look when it has succeeded. */
  JobStarter.Work after(Request request, JobStarter.Work work) {
    return progress -> {
      Object result = work.run(progress);
      Optional<ForecastMonitor> monitor = rooms.find(ForecastMonitor.class);
      boolean isWatched =
          rooms.find(DemandForecasts.class).flatMap(DemandForecasts::latestBacktest).isPresent();
      if (monitor.isPresent() && isWatched && rooms.find(Jobs.class).isPresent()) {
        jobs.follow(request.actor(), KIND, monitor.get()::check);
      }
      return result;
    };
  }
}
