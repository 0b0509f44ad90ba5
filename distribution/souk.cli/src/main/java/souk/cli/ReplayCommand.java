package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code souk replay ID}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Works a logged decision out again with its snapshot and strategy versions, and says"
            + " whether the same comes out. Exit code 1 if not.")
final class ReplayCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Parameters(paramLabel = "ID", description = "decision id, as a quote names it")
  private String id;

  @Override
  public Integer call() {
    Place place = options.place();
    Api api = Api.of(place, Running.require(place), "reader");
    JsonNode replay =
        api.post("/decisions/" + id + "/replay", JsonNodeFactory.instance.objectNode());
    String outcome = replay.path("outcome").asText();
    System.out.println(
        replay.path("kind").asText() + " " + id + ": " + outcome.toLowerCase(Locale.ROOT));
    for (JsonNode why : replay.path("missing")) {
      System.out.println("  " + why.asText());
    }
    for (JsonNode one : replay.path("differences")) {
      System.out.printf(
          Locale.ROOT,
          "  %-24s logged %-16s now %s%n",
          one.path("where").asText(),
          one.path("logged").asText(),
          one.path("replayed").asText());
    }
    return "SAME".equals(outcome) ? ExitCode.OK.value() : ExitCode.FAILED.value();
  }
}
