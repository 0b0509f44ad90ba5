package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "strategies",
    mixinStandardHelpOptions = true,
    subcommandsRepeatable = false,
    header = "Lists strategies, tries them and moves traffic to them.",
    description =
        "Without a role: who serves each role. With a role: its strategies. Every change needs a "
            + "reason, which is kept with time and name in the audit trail.")
final class StrategiesCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Parameters(
      arity = "0..1",
      paramLabel = "ROLE",
      description = "For example LinePricer; all roles if it is left out.")
  private String role;

  @Override
  public Integer call() {
    Api api = api(options);
    if (role == null) {
      for (JsonNode one : api.get("/strategies")) {
        System.out.printf(
            Locale.ROOT,
            "%-24s %-32s %d here%s%n",
            one.path("role").asText(),
            serving(one),
            one.path("strategies").size(),
            one.path("absent").asBoolean()
                ? ", selected " + name(one.path("selected")) + " is absent"
                : "");
      }
    } else {
      print(api.get("/strategies/" + role));
    }
    return ExitCode.OK.value();
  }

  @Command(
      name = "select",
      mixinStandardHelpOptions = true,
      description = "Lets a strategy serve; it is tested first, and nothing changes if it fails.")
  int select(@Mixin PlaceOptions options, @Mixin Named named, @Mixin Why why) {
    print(api(options).post(named.path("select"), named.body(why)));
    return ExitCode.OK.value();
  }

  @Command(
      name = "shadow",
      mixinStandardHelpOptions = true,
      description = "Gives a strategy copies of live calls; it never serves.")
  int shadow(@Mixin PlaceOptions options, @Mixin Named named, @Mixin Why why) {
    printTrial(api(options).post(named.path("shadow"), named.body(why)));
    return ExitCode.OK.value();
  }

  @Command(
      name = "canary",
      mixinStandardHelpOptions = true,
      description = "Lets a strategy serve a share of the traffic, watched by guardrails.")
  int canary(
      @Mixin PlaceOptions options,
      @Mixin Named named,
      @Mixin Why why,
      @Option(
              names = "--share",
              defaultValue = "5%",
              description = "Share of the traffic, as 5% or 0.05 (default: ${DEFAULT-VALUE}).")
          String share) {
    printTrial(api(options).post(named.path("canary"), named.body(why).put("share", share(share))));
    return ExitCode.OK.value();
  }

  @Command(
      name = "stop",
      mixinStandardHelpOptions = true,
      description = "Ends the shadow or canary of a strategy.")
  int stop(@Mixin PlaceOptions options, @Mixin Named named, @Mixin Why why) {
    printTrial(api(options).post(named.path("stop"), named.body(why)));
    return ExitCode.OK.value();
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Lets the strategy serve that served before the present one.")
  int rollback(
      @Mixin PlaceOptions options, @Parameters(paramLabel = "ROLE") String role, @Mixin Why why) {
    print(
        api(options)
            .post("/strategies/" + role + "/rollback", Api.object().put("reason", why.reason)));
    return ExitCode.OK.value();
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Puts a strategy back that failures or a drain have taken out of rotation.")
  int restore(@Mixin PlaceOptions options, @Mixin Named named, @Mixin Why why) {
    print(api(options).post(named.path("restore"), named.body(why)));
    return ExitCode.OK.value();
  }

  @Command(
      name = "trials",
      mixinStandardHelpOptions = true,
      description = "Shadows and canaries of a role with their figures, running ones first.")
  int trials(@Mixin PlaceOptions options, @Parameters(paramLabel = "ROLE") String role) {
    JsonNode answer = api(options).get("/strategies/" + role + "/trials");
    (answer.isArray() ? answer : answer.path("trials")).forEach(StrategiesCommand::printTrial);
    return ExitCode.OK.value();
  }

  @Command(
      name = "drain",
      mixinStandardHelpOptions = true,
      description = "Takes a strategy out of rotation and waits for its calls.")
  int drain(@Mixin PlaceOptions options, @Mixin Named named, @Mixin Why why) {
    JsonNode answer = api(options).post(named.path("drain"), named.body(why));
    System.out.printf(Locale.ROOT, "%d calls still under way%n", answer.path("left").asInt());
    print(answer.path("role"));
    return ExitCode.OK.value();
  }

  @Command(
      name = "history",
      mixinStandardHelpOptions = true,
      description = "Who changed the traffic of a role, when and why, newest first.")
  int history(@Mixin PlaceOptions options, @Parameters(paramLabel = "ROLE") String role) {
    for (JsonNode entry : api(options).get("/strategies/" + role + "/history").path("entries")) {
      System.out.printf(
          Locale.ROOT,
          "%s  %-12s %-12s %s  %s -> %s  %s%n",
          entry.path("at").asText(),
          entry.path("actor").asText(),
          entry.path("kind").asText(),
          entry.path("subject").asText(),
          entry.path("before").asText("-"),
          entry.path("after").asText("-"),
          entry.path("reason").asText());
    }
    return ExitCode.OK.value();
  }

  /** Who would answer the next call, in the words of a person. */
  static String serving(JsonNode role) {
    if (role.path("serving").isObject()) {
      return name(role.path("serving"));
    }
    return role.path("calledByName").asBoolean() ? "(each by its name)" : "(nobody serves)";
  }

  /** A share in (0, 1], written as 5% or 0.05. */
  static double share(String text) {
    boolean percent = text.endsWith("%");
    try {
      double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
      double share = percent ? value / 100 : value;
      if (share > 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException noNumber) {
      // reported below, like a number outside the range
    }
    throw new CliFailure(
        ExitCode.USAGE,
        "The share must lie in (0%%, 100%%], written as 5%% or 0.05, but is %s.".formatted(text));
  }

  private static Api api(PlaceOptions options) {
    Place place = options.place();
    return Api.of(place, Running.require(place), "admin");
  }

  private static String name(JsonNode ref) {
    return ref.path("strategy").asText() + " " + ref.path("version").asText();
  }

  private static void print(JsonNode role) {
    for (JsonNode one : role.path("strategies")) {
      System.out.printf(
          Locale.ROOT,
          "%-32s %-10s %,10d calls %6d failures  p50 %d us  %s%n",
          name(one),
          one.path("state").asText(),
          one.path("calls").asLong(),
          one.path("failures").asLong(),
          one.path("p50Micros").asLong(),
          one.path("title").asText());
    }
  }

  private static void printTrial(JsonNode trial) {
    System.out.printf(
        Locale.ROOT,
        "%s of %s: %s, %,d calls, %,d served, %,d errors, %,d of %,d compared answers equal%n",
        trial.path("kind").asText().toLowerCase(Locale.ROOT),
        name(trial),
        trial.path("verdict").asText(),
        trial.path("calls").asLong(),
        trial.path("exposures").asLong(),
        trial.path("errors").asLong(),
        trial.path("agreed").asLong(),
        trial.path("compared").asLong());
    for (JsonNode metric : trial.path("metrics")) {
      System.out.printf(
          Locale.ROOT,
          "  %s: %.2f against %.2f %s, %,d samples%n",
          metric.path("metric").asText(),
          metric.path("candidateMean").asDouble(),
          metric.path("primaryMean").asDouble(),
          metric.path("unit").asText(),
          metric.path("samples").asLong());
    }
  }

  /** Which strategy a change is about. */
  static final class Named {
    @Parameters(index = "0", paramLabel = "ROLE", description = "For example LinePricer.")
    private String role;

    @Parameters(index = "1", paramLabel = "STRATEGY", description = "Its id.")
    private String strategy;

    @Parameters(index = "2", paramLabel = "VERSION", description = "For example 1.0.0.")
    private String version;

    String path(String action) {
      return "/strategies/" + role + "/" + action;
    }

    ObjectNode body(Why why) {
      return Api.object()
          .put("strategy", strategy)
          .put("version", version)
          .put("reason", why.reason);
    }
  }

  /** Why a change is made. */
  static final class Why {
    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "Why; kept in the audit trail.")
    private String reason;
  }
}
