package souk.edge.rest.resources;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.data.api.BackupReport;
import souk.data.api.Backups;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Shape;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Request;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;

/** Copies the state into an archive while the platform serves. */
final class BackupResource {
  private final Rooms rooms;
  private final JobStarter jobs;

  BackupResource(Rooms rooms, JobStarter jobs) {
    this.rooms = rooms;
    this.jobs = jobs;
  }

  /**
   * Body of a backup.
   *
   * @param file absolute path on the platform's machine; if left out, one in the state folder
   */
  record Backup(@Nullable String file) {}

  List<Route> routes() {
    return List.of(
        Route.post("/backups", Right.ADMINISTER, this::backup)
            .says("Copies the state into an archive while the platform serves.")
            .takes(Backup.class)
            .starts(Shape.of(BackupReport.class))
            .fails(400, "backup.no-path"));
  }

  private Object backup(Request request) {
    Optional<Path> file =
        Optional.ofNullable(request.body(Backup.class).file()).map(BackupResource::path);
    Backups backups = rooms.get(Backups.class);
    return jobs.start(
        request, "backup", progress -> backups.backup(file, request.actor(), progress));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw ProblemException.badRequest(
          "backup.no-path", "The file %s is no path: %s.".formatted(text, e.getReason()));
    }
  }
}
