package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    header = "Loads a file into the warehouse.",
    description =
        "Loads a file into the warehouse. Loading it again changes nothing; rows that "
            + "cannot be used go to quarantine with row, column, value and reason.")
final class LoadCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Parameters(paramLabel = "FILE", description = "CSV, plain or gz.")
  private Path file;

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "MAP",
      description = "JSON: format of the file and columns by domain table.")
  private Path mapping;

  @Override
  public Integer call() {
    JsonNode map = Api.parse(readable(mapping));
    Path source = readable(file).toAbsolutePath().normalize();
    try (Session session = Session.onState(options.place())) {
      JsonNode report = load(session.api("admin"), source, map);
      System.out.println(Api.pretty(report));
    }
    return ExitCode.OK.value();
  }

  static JsonNode load(Api api, Path file, JsonNode mapping) {
    ObjectNode body = Api.object();
    body.put("connector", "files").put("path", file.toString()).set("mapping", mapping);
    return new Jobs(api).run("Loading " + file.getFileName(), "/loads", body);
  }

  static Path readable(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CliFailure(
          ExitCode.USAGE,
          "Cannot read the file %s.\nMaybe the name is mistyped or it belongs to another user."
              .formatted(file.toAbsolutePath()));
    }
    return file;
  }
}
