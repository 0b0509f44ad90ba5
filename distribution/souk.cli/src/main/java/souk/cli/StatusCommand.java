package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Says whether the platform runs, where, and which strategies serve.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Override
  public Integer call() {
    Place place = options.place();
    Running running = Running.require(place);
    JsonNode health = new Api(running.url(), "").get("/health");
    System.out.printf(
        Locale.ROOT,
        "Souk %s, process %d, %s%n",
        running.version(),
        running.pid(),
        health.path("status").asText("unknown"));
    Addresses.print(System.out, place, running);
    System.out.println();
    for (JsonNode role : Api.of(place, running, "admin").get("/strategies")) {
      System.out.printf(
          Locale.ROOT,
          "%-24s %-28s %d available%n",
          role.path("role").asText(),
          StrategiesCommand.serving(role),
          role.path("strategies").size());
    }
    return "UP".equals(health.path("status").asText())
        ? ExitCode.OK.value()
        : ExitCode.FAILED.value();
  }
}
