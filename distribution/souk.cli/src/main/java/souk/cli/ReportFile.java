package souk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The latest report as a file of its owner, because a browser has no key for the address. */
final class ReportFile {
  private ReportFile() {}

  static Path save(Place place, Running running) {
    String html = Api.of(place, running, "reader").text("/report");
    Path file = place.data().resolve("report.html");
    try {
      return Files.write(file, html.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CliFailure(ExitCode.FAILED, "Cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
