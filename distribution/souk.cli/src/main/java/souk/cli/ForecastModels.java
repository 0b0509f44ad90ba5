package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The forecasting strategies that are here, by their ids. */
final class ForecastModels {
  /** The platform chooses inside the history. */
  static final String AUTO = "auto";

  private static final String ALL = "all";

  /** Id, family, fewest observations, whether it uses what is known ahead, title. */
  private static final String LINE = "%-20s %-16s %7s  %-5s  %s%n";

  private final JsonNode models;

  ForecastModels(Api api) {
    this.models = api.get("/forecasts/models");
  }

  List<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    models.forEach(one -> ids.add(one.path("strategy").asText()));
    return List.copyOf(ids);
  }

  /** What is meant by a list of ids in which {@code all} and {@code auto} may stand. */
  List<String> named(List<String> asked) {
    List<String> here = ids();
    Set<String> named = new LinkedHashSet<>();
    for (String id : asked) {
      String word = id.strip();
      if (word.equalsIgnoreCase(ALL)) {
        named.addAll(here);
      } else if (word.equalsIgnoreCase(AUTO)) {
        named.add(AUTO);
      } else if (here.contains(word)) {
        named.add(word);
      } else {
        throw new CliFailure(
            ExitCode.USAGE,
            "There is no model \"%s\"; there are %s.\nMaybe it is mistyped; see --list-models."
                .formatted(word, here));
      }
    }
    return new ArrayList<>(named);
  }

  /** The selected one first. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, LINE, "model", "family", "history", "ahead", ""));
    text.append(String.format(Locale.ROOT, LINE, AUTO, "", "", "", "chosen in the history"));
    for (JsonNode one : models) {
      text.append(
          String.format(
              Locale.ROOT,
              LINE,
              one.path("strategy").asText(),
              one.path("family").asText(),
              one.path("minimumHistory").asText(),
              one.path("covariates").asText().equals("known") ? "yes" : "",
              one.path("title").asText()));
    }
    return text.toString();
  }
}
