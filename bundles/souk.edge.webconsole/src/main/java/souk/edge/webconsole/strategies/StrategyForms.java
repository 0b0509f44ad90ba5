package souk.edge.webconsole.strategies;

import java.util.ArrayList;
import java.util.List;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;

/** What can be done with a strategy where it stands, each with a reason. */
final class StrategyForms {
  private final Sheet sheet;
  private final Html html;

  StrategyForms(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  /**
   * @param byName whether strategies of this role are called by name, so that none can be primary
   * @param tried whether a trial of it runs
   */
  void show(StrategyStatus s, boolean byName, boolean tried) {
    boolean out =
        s.state() == StrategyState.TRIPPED
            || s.state() == StrategyState.DRAINING
            || s.state() == StrategyState.RELEASED;
    boolean candidate = !byName && !out && s.state() != StrategyState.PRIMARY;
    html.open("details");
    html.element(
        "summary",
        sheet.text("strategies.change"),
        "aria-label",
        sheet.text("strategies.change-of", s.title()));
    form(s, simple(candidate, out, tried));
    if (candidate && s.state() != StrategyState.CANARY) {
      canary(s);
    }
    html.close();
  }

  private static List<String> simple(boolean candidate, boolean out, boolean tried) {
    List<String> actions = new ArrayList<>();
    actions.add("warm");
    if (candidate) {
      actions.add("select");
      if (!tried) {
        actions.add("shadow");
      }
    }
    if (tried) {
      actions.add("stop-trial");
    }
    actions.add(out ? "restore" : "drain");
    return actions;
  }

  private void form(StrategyStatus s, List<String> actions) {
    open(s);
    sheet.reason();
    html.open("div", "class", "buttons");
    for (String action : actions) {
      html.element(
          "button",
          sheet.text("strategies.action." + action),
          "type",
          "submit",
          "name",
          "action",
          "value",
          action,
          "title",
          sheet.text("strategies.action." + action + ".hint"));
    }
    html.close();
    sheet.endForm();
  }

  private void canary(StrategyStatus s) {
    open(s);
    html.element("h3", sheet.text("strategies.canary"));
    html.open("div", "class", "fields");
    number("strategies.canary.share", "share", "5", "0.1", "100", "0.1");
    number("strategies.canary.budget", "budget", "2000", "1", "1000000000", "1");
    html.close();
    html.open("label", "class", "check");
    html.single("input", "type", "checkbox", "name", "promote", "value", "true");
    html.text(" " + sheet.text("strategies.canary.promote")).close();
    sheet.reason();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text("strategies.action.canary"), "canary");
    html.close();
    sheet.endForm();
  }

  private void number(
      String label, String name, String value, String least, String most, String step) {
    html.open("label").text(sheet.text(label)).text(" ");
    html.single(
        "input",
        "type",
        "number",
        "name",
        name,
        "value",
        value,
        "min",
        least,
        "max",
        most,
        "step",
        step,
        "required",
        "");
    html.close();
  }

  private void open(StrategyStatus s) {
    sheet.form();
    sheet.hidden("role", s.ref().role());
    sheet.hidden("strategy", s.ref().strategy());
    sheet.hidden("version", s.ref().version());
  }
}
