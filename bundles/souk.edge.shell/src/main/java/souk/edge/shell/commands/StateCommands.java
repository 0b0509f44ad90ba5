package souk.edge.shell.commands;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.JobStatus;
import souk.kernel.api.Jobs;
import souk.kernel.api.Snapshots;

/** Shell commands for jobs and the snapshot in force. */
@Component(
    service = StateCommands.class,
    property = {
      "osgi.command.scope=souk",
      "osgi.command.function=jobs",
      "osgi.command.function=job",
      "osgi.command.function=cancel",
      "osgi.command.function=snapshot"
    })
public final class StateCommands {
  private final Jobs jobs;
  private final Snapshots snapshots;

  @Activate
  public StateCommands(@Reference Jobs jobs, @Reference Snapshots snapshots) {
    this.jobs = jobs;
    this.snapshots = snapshots;
  }

  /** Jobs, newest first. */
  public String jobs() {
    List<JobStatus> list = jobs.list();
    if (list.isEmpty()) {
      return "No job has run yet.\n";
    }
    TextTable table = new TextTable("id", "kind", "state", "percent", "submitted", "message");
    for (JobStatus job : list) {
      table.row(
          job.id(),
          job.kind(),
          job.state(),
          String.format(Locale.ROOT, "%.0f", job.percent()),
          job.submittedAt(),
          job.message());
    }
    return table.toString();
  }

  /** One job with its result. */
  public String job(String id) {
    return jobs.find(id)
        .map(
            job ->
                "%s %s %s %.0f %%, %.1f per second%s%n%s%n"
                    .formatted(
                        job.id(),
                        job.kind(),
                        job.state(),
                        job.percent(),
                        job.rate(),
                        job.remainingMillis().map(ms -> ", " + ms / 1_000 + " s left").orElse(""),
                        job.error().or(job::resultJson).orElse(job.message())))
        .orElse("There is no job " + id + ".\nMaybe it ended long ago.\n");
  }

  /** Asks a job to stop. */
  public String cancel(String id) {
    return jobs.cancel(id) ? "Asked to stop.\n" : "There is no running job " + id + ".\n";
  }

  /** The snapshot that quotes read. */
  public String snapshot() {
    return snapshots
        .current()
        .map(s -> s.id() + " of " + s.createdAt() + "\n")
        .orElse("Nothing is in force.\nMaybe nothing was loaded or published yet.\n");
  }
}
