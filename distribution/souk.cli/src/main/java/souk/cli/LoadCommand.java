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
    header = "Loads a file, or what is new in a database, into the warehouse.",
    description =
        "Loads a file, or a table or query of a configured database connection, into the "
            + "warehouse. Loading it again changes nothing; rows that "
            + "cannot be used go to quarantine with row, column, value and reason.")
final class LoadCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "CSV or JSON lines, plain or gz, or Parquet.")
  private Path file;

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Configured database connection, instead of a file.")
  private String connection;

  @Option(names = "--table", description = "Table or view of the connection.")
  private String table;

  @Option(names = "--query", paramLabel = "SELECT", description = "One SELECT, instead of a table.")
  private String query;

  @Option(
      names = "--cursor",
      paramLabel = "COLUMN",
      description = "Column that rises with each new or changed row; only news are read then.")
  private String cursor;

  @Option(
      names = "--key",
      paramLabel = "COLUMNS",
      description = "What is read as a whole if one row of it is new: the order id.")
  private String key;

  @Option(
      names = "--overlap",
      description = "How far before the last position to begin: 1000, or PT10M.")
  private String overlap;

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "MAP",
      description = "JSON: format of the file and columns by domain table.")
  private Path mapping;

  @Override
  public Integer call() {
    JsonNode map = Api.parse(readable(mapping));
    if ((file == null) == (connection == null)) {
      throw new CliFailure(
          ExitCode.USAGE, "Give either a FILE or --connection.\nMaybe see ./souk load --help.");
    }
    Path source = file == null ? null : readable(file).toAbsolutePath().normalize();
    try (Session session = Session.onState(options.place())) {
      Api api = session.api("admin");
      JsonNode report = source == null ? fromDatabase(api, map) : load(api, source, map);
      System.out.println(Api.pretty(report));
    }
    return ExitCode.OK.value();
  }

  static JsonNode load(Api api, Path file, JsonNode mapping) {
    ObjectNode body = Api.object();
    body.put("connector", "files").put("path", file.toString()).set("mapping", mapping);
    return new Jobs(api).run("Loading " + file.getFileName(), "/loads", body);
  }

  private JsonNode fromDatabase(Api api, JsonNode mapping) {
    ObjectNode body = Api.object();
    body.put("connector", "jdbc").put("connection", connection);
    ObjectNode given = body.putObject("options");
    put(given, "table", table);
    put(given, "query", query);
    put(given, "cursor", cursor);
    put(given, "key", key);
    put(given, "overlap", overlap);
    body.set("mapping", mapping);
    return new Jobs(api).run("Loading from " + connection, "/loads", body);
  }

  private static void put(ObjectNode options, String name, String value) {
    if (value != null) {
      options.put(name, value);
    }
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
