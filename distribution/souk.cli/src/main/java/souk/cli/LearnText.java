package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** What was learned, for people. */
final class LearnText {
  private static final int MOST_COLUMNS = 20;

  private final JsonNode answer;
  private final int columns;
  private final StringBuilder text = new StringBuilder();

  LearnText(JsonNode answer, int columns) {
    this.answer = answer;
    this.columns = columns;
  }

  String text() {
    line(
        "%,d rows, %d columns; %s",
        answer.path("rows").asLong(), columns, "judged in " + answer.path("validation").asText());
    line("chosen: %s", answer.path("chosen").asText());
    if (!answer.path("positive").isNull() && answer.has("positive")) {
      line("score: probability of %s", answer.path("positive").asText());
    }
    line("");
    line("%-18s %10s   %s", "measure", "value", "95 % interval");
    for (Map.Entry<String, JsonNode> metric : answer.path("metrics").properties()) {
      JsonNode figure = metric.getValue();
      line(
          "%-18s %10s   %s to %s",
          metric.getKey(),
          number(figure.path("value")),
          number(figure.path("low")),
          number(figure.path("high")));
    }
    candidates();
    importance();
    calibration();
    for (JsonNode note : answer.path("notes")) {
      line("note: %s", note.path("text").asText());
    }
    return text.toString();
  }

  private void candidates() {
    boolean events = !answer.path("calibration").isEmpty();
    String first = events ? "logLoss" : "rmse";
    String second = events ? "auc" : "r2";
    line("");
    line("%-24s %10s %10s %9s", "learner", first, second, "seconds");
    for (JsonNode one : answer.path("candidates")) {
      if (one.path("refused").isTextual()) {
        line("%-24s %s", one.path("learner").asText(), one.path("refused").asText());
      } else {
        line(
            "%-24s %10s %10s %9.1f",
            one.path("learner").asText(),
            number(one.path("metrics").path(first)),
            number(one.path("metrics").path(second)),
            one.path("seconds").asDouble());
      }
    }
  }

  private void importance() {
    line("");
    line("%-24s %10s   %s", "shuffled column", "loss rises", "95 % interval");
    int shown = 0;
    for (JsonNode one : answer.path("importance")) {
      if (shown++ == MOST_COLUMNS) {
        line("and %d more", answer.path("importance").size() - MOST_COLUMNS);
        return;
      }
      JsonNode rise = one.path("rise");
      line(
          "%-24s %10s   %s to %s",
          one.path("column").asText(),
          number(rise.path("value")),
          number(rise.path("low")),
          number(rise.path("high")));
    }
  }

  private void calibration() {
    if (answer.path("calibration").isEmpty()) {
      return;
    }
    line("");
    line("%9s %10s %10s", "rows", "predicted", "happened");
    for (JsonNode bin : answer.path("calibration")) {
      line(
          "%,9d %10s %10s",
          bin.path("rows").asLong(), number(bin.path("predicted")), number(bin.path("happened")));
    }
  }

  private static String number(JsonNode value) {
    double figure = value.asDouble(Double.NaN);
    return Double.isNaN(figure)
        ? "–"
        : String.format(Locale.ROOT, Math.abs(figure) < 1_000 ? "%.4f" : "%,.1f", figure);
  }

  private void line(String form, Object... arguments) {
    text.append(String.format(Locale.ROOT, form, arguments)).append(System.lineSeparator());
  }
}
