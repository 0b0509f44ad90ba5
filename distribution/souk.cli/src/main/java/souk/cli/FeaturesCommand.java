package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    header = "Lists, installs, updates and removes features while the platform runs.",
    description =
        "A FEATURE is an id (group:name:version), a name, or an archive (.sfa or .zip). A change "
            + "is checked before anything is touched and refused with its reasons if it does not "
            + "fit; strategies are exchanged beside each other while the tills quote.")
final class FeaturesCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Override
  public Integer call() {
    return list(options);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Installed features in start order, then those that could be installed.")
  int list(@Mixin PlaceOptions place) {
    System.out.printf("%-28s %-18s %-11s %-13s %s%n", "feature", "version", "state", "origin", "");
    for (JsonNode one : api(place).get("/features")) {
      System.out.printf(
          "%-28s %-18s %-11s %-13s %s%n",
          one.path("name").asText(),
          one.path("version").asText(),
          one.path("state").asText().toLowerCase(Locale.ROOT),
          one.path("origin").asText(),
          one.path("required").asBoolean()
              ? "required"
              : one.path("update").isTextual() ? "update: " + one.path("update").asText() : "");
    }
    return ExitCode.OK.value();
  }

  @Command(
      name = "plan",
      mixinStandardHelpOptions = true,
      description = "What a change would do; changes nothing. Exit code 1 if it is refused.")
  int plan(
      @Mixin PlaceOptions place,
      @Parameters(paramLabel = "VERB", description = "install, update, remove or undo.")
          String verb,
      @Parameters(arity = "0..1", paramLabel = "FEATURE", description = "Not for undo.")
          String feature) {
    ObjectNode body = Api.object().put("kind", verb);
    if (feature != null) {
      body.put("feature", brought(place, feature));
    }
    JsonNode plan = api(place).post("/features/plan", body);
    print(plan);
    return plan.path("possible").asBoolean() ? ExitCode.OK.value() : ExitCode.FAILED.value();
  }

  @Command(name = "install", mixinStandardHelpOptions = true, description = "Installs a feature.")
  int install(
      @Mixin PlaceOptions place,
      @Parameters(paramLabel = "FEATURE") String feature,
      @Mixin Reason why) {
    return change(place, "install", brought(place, feature), why);
  }

  @Command(
      name = "update",
      mixinStandardHelpOptions = true,
      description = "Brings a newer version of a feature.")
  int update(
      @Mixin PlaceOptions place,
      @Parameters(paramLabel = "FEATURE") String feature,
      @Mixin Reason why) {
    return change(place, "update", brought(place, feature), why);
  }

  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a feature.")
  int remove(
      @Mixin PlaceOptions place,
      @Parameters(paramLabel = "FEATURE") String feature,
      @Mixin Reason why) {
    return change(place, "remove", feature, why);
  }

  @Command(
      name = "undo",
      mixinStandardHelpOptions = true,
      description = "Goes back to the features before the last change; may be repeated.")
  int undo(@Mixin PlaceOptions place, @Mixin Reason why) {
    print(
        new Jobs(api(place))
            .run("Undoing", "/features/undo", Api.object().put("reason", why.text)));
    return ExitCode.OK.value();
  }

  private static int change(PlaceOptions place, String verb, String feature, Reason why) {
    ObjectNode body = Api.object().put("feature", feature).put("reason", why.text);
    print(new Jobs(api(place)).run(verb + " " + feature, "/features/" + verb, body));
    return ExitCode.OK.value();
  }

  /** Who may read the state folder may also put an archive into it. */
  private static String brought(PlaceOptions options, String feature) {
    if (!feature.endsWith(".sfa") && !feature.endsWith(".zip")) {
      return feature;
    }
    Path archive = LoadCommand.readable(Path.of(feature)).toAbsolutePath().normalize();
    Path incoming = options.place().data().resolve("features").resolve("incoming");
    Path target = incoming.resolve(archive.getFileName().toString());
    try {
      if (!target.equals(archive)) {
        Path part = incoming.resolve(target.getFileName() + ".part");
        Files.copy(archive, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.BROKEN_STATE,
          """
          Cannot copy %s to %s: %s.
          Maybe the platform runs under another user; only its owner may bring features."""
              .formatted(archive, incoming, e),
          e);
    }
    return target.getFileName().toString();
  }

  private static Api api(PlaceOptions options) {
    Place place = options.place();
    return Api.of(place, Running.require(place), "admin");
  }

  private static void print(JsonNode plan) {
    lines("feature in", plan.path("featuresIn"));
    lines("feature out", plan.path("featuresOut"));
    lines("comes", plan.path("installed"));
    lines("beside", plan.path("updatedBeside"));
    lines("in place", plan.path("updatedInPlace"));
    lines("goes", plan.path("removed"));
    lines("restarts", plan.path("refreshed"));
    lines("note", plan.path("warnings"));
    lines("refused", plan.path("refusals"));
  }

  private static void lines(String what, JsonNode list) {
    for (JsonNode one : list) {
      String text = one.isTextual() ? one.asText() : one.path("text").asText();
      System.out.printf("%-12s %s%n", what, text.replace("\n", "\n             "));
    }
  }

  /** Why somebody does it. */
  static final class Reason {
    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "Why; kept in the audit trail.")
    private String text;
  }
}
