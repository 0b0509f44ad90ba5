package souk.edge.webconsole.strategies;

import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.kernel.api.TrialStatus;

/** The strategies of a role as a table. Cells with {@code data-live} are renewed by the script. */
final class StrategyTable {
  private final Sheet sheet;
  private final Html html;

  StrategyTable(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void show(RoleStatus role, List<TrialStatus> trials) {
    sheet.table(
        "strategies",
        "strategy",
        "state",
        "calls",
        "p50",
        "p99",
        "failures",
        "in-flight",
        "circuit",
        "change");
    for (StrategyStatus s : role.strategies()) {
      boolean tried =
          trials.stream().anyMatch(t -> t.endedAt().isEmpty() && t.strategy().equals(s.ref()));
      strategy(s, role, tried);
    }
    sheet.endTable();
  }

  private void strategy(StrategyStatus s, RoleStatus role, boolean tried) {
    boolean byName = role.calledByName();
    String id = s.ref().toString() + " " + s.bundle();
    sheet.row("class", !byName && s.state() == StrategyState.PRIMARY ? "primary" : "other");
    sheet.open("strategy").element("strong", s.title()).single("br");
    html.element("span", StrategiesView.name(s.ref()), "class", "id").text(" ");
    if (s.builtIn()) {
      html.element("span", sheet.text("strategies.builtin"), "class", "badge").text(" ");
    }
    html.element(
        "span",
        sheet.text(s.inline() ? "strategies.inline" : "strategies.isolated"),
        "class",
        "badge");
    html.single("br").element("span", s.bundle(), "class", "bundle").close();
    live("state", id, StateMachineView.state(sheet, role, s.state()), false);
    live("calls", id, Figures.count(s.calls()), true);
    live("p50", id, micros(s.p50Micros()), true);
    live("p99", id, micros(s.p99Micros()), true);
    sheet.open("failures").element("span", s.failures(), "data-live", "failures:" + id);
    html.single("br");
    html.element("span", s.lastFailure().orElse(""), "data-live", "last:" + id, "class", "small");
    html.close();
    live("in-flight", id, s.inFlight(), true);
    live("circuit", id, circuit(s), false);
    sheet.open("change");
    new StrategyForms(sheet).show(s, byName, tried);
    html.close();
    sheet.endRow();
  }

  private void live(String column, String id, Object value, boolean figure) {
    html.open(
        "td",
        "class",
        figure ? "figure" : "word",
        "data-label",
        sheet.text("strategies.column." + column));
    html.element("span", value, "data-live", column + ":" + id).close();
  }

  private String circuit(StrategyStatus s) {
    String text = sheet.text("circuit." + s.circuit().name().toLowerCase(Locale.ROOT));
    return s.stuckCalls() == 0
        ? text
        : text + ", " + sheet.text("strategies.stuck", s.stuckCalls());
  }

  static String micros(long micros) {
    if (micros == 0) {
      return "–";
    }
    return micros < 10_000
        ? micros + " µs"
        : String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
  }
}
