package souk.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which columns of a file of series mean what. */
final class SeriesColumns {
  @Option(
      names = "--id",
      split = ",",
      defaultValue = "series",
      paramLabel = "COLUMN",
      description =
          "What names a series; several columns are joined by a slash (default: ${DEFAULT-VALUE}).")
  private List<String> id = List.of("series");

  @Option(
      names = "--time",
      defaultValue = "time",
      paramLabel = "COLUMN",
      description =
          "Days, weeks (2024-W07), months (2024-05), quarters (2024-Q2), instants, whole numbers,"
              + " or any text in order (default: ${DEFAULT-VALUE}).")
  private String time = "time";

  @Option(
      names = "--value",
      defaultValue = "value",
      paramLabel = "COLUMN",
      description = "What is forecast (default: ${DEFAULT-VALUE}).")
  private String value = "value";

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns that are no covariates; \"*\" for all others.")
  private List<String> ignored = List.of();

  List<String> id() {
    return id;
  }

  String time() {
    return time;
  }

  String value() {
    return value;
  }

  List<String> required() {
    return Stream.concat(id.stream(), Stream.of(time, value)).toList();
  }

  List<String> covariates(List<String> header) {
    return ignored.contains("*")
        ? List.of()
        : header.stream()
            .filter(name -> !required().contains(name) && !ignored.contains(name))
            .toList();
  }

  List<String> ignored() {
    return ignored;
  }
}
