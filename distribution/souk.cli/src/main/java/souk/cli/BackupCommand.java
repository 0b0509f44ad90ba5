package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    header = "Copies the whole state into one archive while the platform serves.",
    description =
        "Copies the whole state into one archive while the platform serves: everything "
            + "acknowledged before one moment, nothing later. Keys and passwords (the folder "
            + "secrets) are left out; keep a copy of them elsewhere.")
final class BackupCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Archive to write, *.zip (default: one in the folder backups of the state).")
  private Path out;

  @Override
  public Integer call() {
    ObjectNode body = Api.object();
    if (out != null) {
      body.put("file", out.toAbsolutePath().normalize().toString());
    }
    try (Session session = Session.onState(options.place())) {
      JsonNode report = new Jobs(session.api("admin")).run("Backup", "/backups", body);
      System.out.println(Api.pretty(report));
    }
    return ExitCode.OK.value();
  }
}
