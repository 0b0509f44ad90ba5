package souk.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which state folder a verb means. */
final class PlaceOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "State folder (default: SOUK_DATA or data beside bin).")
  private Path data;

  @Option(names = "--demo", description = "The state folder of the demonstration.")
  private boolean demo;

  Place place() {
    Place place = Place.fromSystemProperties();
    if (data != null) {
      place = place.withData(data);
    }
    return demo ? place.demo() : place;
  }
}
