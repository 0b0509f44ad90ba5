package souk.edge.webconsole.strategies;

import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.kernel.api.CircuitState;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;

/** Roles and their strategies as HTML. Cells with {@code data-live} are renewed by the script. */
final class StrategiesView {
  private final Messages messages;
  private final Html html;
  private final String language;

  /**
   * @param language asked for by the address, or empty
   */
  StrategiesView(Messages messages, Html html, String language) {
    this.messages = messages;
    this.html = html;
    this.language = language;
  }

  void show(List<RoleStatus> roles, int quarantinedThreads) {
    html.element("p", messages.text("strategies.intro"), "class", "intro");
    html.open("p").text(messages.text("strategies.quarantined")).text(" ");
    live("quarantined", quarantinedThreads).close();
    if (roles.isEmpty()) {
      html.element("p", messages.text("strategies.none"), "class", "empty");
    }
    html.open("div", "data-signature", signature(roles));
    roles.forEach(this::role);
    html.close();
  }

  private void role(RoleStatus role) {
    html.open("section", "aria-labelledby", "role-" + role.role());
    html.element("h2", role.role(), "id", "role-" + role.role());
    html.open("p", "class", "facts");
    html.text(messages.text("strategies.traffic")).text(" ");
    html.element(
        "strong",
        role.traffic()
            .primary()
            .map(p -> p.strategy() + "@" + p.version() + " 100 %")
            .orElse(messages.text("strategies.by-ranking")));
    html.text(" · ").text(messages.text("strategies.fallbacks")).text(" ");
    live("fallbacks:" + role.role(), role.fallbacks());
    html.close();
    if (role.traffic().primary().filter(p -> isAbsent(role, p)).isPresent()) {
      html.element("p", messages.text("strategies.absent"), "class", "bad");
    }
    if (role.strategies().isEmpty()) {
      html.element("p", messages.text("strategies.role-empty"), "class", "empty").close();
      return;
    }
    html.open("table").open("thead").open("tr");
    for (String column :
        List.of(
            "strategy",
            "state",
            "calls",
            "p50",
            "p99",
            "failures",
            "in-flight",
            "circuit",
            "change")) {
      html.element("th", messages.text("strategies.column." + column), "scope", "col");
    }
    html.close().close().open("tbody");
    role.strategies().forEach(this::strategy);
    html.close().close().close();
  }

  private void strategy(StrategyStatus s) {
    String id = s.ref().toString() + " " + s.bundle();
    html.open("tr", "class", s.state() == StrategyState.PRIMARY ? "primary" : "other");
    cell("strategy");
    html.element("strong", s.title()).single("br");
    html.element("span", s.ref().strategy() + "@" + s.ref().version(), "class", "id").text(" ");
    if (s.builtIn()) {
      html.element("span", messages.text("strategies.builtin"), "class", "badge").text(" ");
    }
    html.element(
        "span",
        messages.text(s.inline() ? "strategies.inline" : "strategies.isolated"),
        "class",
        "badge");
    html.single("br").element("span", s.bundle(), "class", "bundle");
    html.close();
    cell("state");
    live("state:" + id, state(s.state()));
    html.close();
    number("calls", id, s.calls());
    number("p50", id, micros(s.p50Micros()));
    number("p99", id, micros(s.p99Micros()));
    cell("failures");
    live("failures:" + id, s.failures());
    html.single("br");
    live("last:" + id, s.lastFailure().orElse(""), "small");
    html.close();
    number("in-flight", id, s.inFlight());
    cell("circuit");
    live("circuit:" + id, circuit(s));
    html.close();
    cell("change");
    form(s);
    html.close().close();
  }

  private void form(StrategyStatus s) {
    html.open("details").element("summary", messages.text("strategies.change"));
    html.open("form", "method", "post");
    hidden("role", s.ref().role());
    hidden("strategy", s.ref().strategy());
    hidden("version", s.ref().version());
    if (!language.isEmpty()) {
      hidden("lang", language);
    }
    html.open("label").text(messages.text("reason")).text(" ");
    html.single("input", "type", "text", "name", "reason", "required", "", "maxlength", "500");
    html.close();
    html.open("div", "class", "buttons");
    for (String action : List.of("select", "warm", "drain", "restore")) {
      html.element(
          "button",
          messages.text("strategies.action." + action),
          "type",
          "submit",
          "name",
          "action",
          "value",
          action,
          "title",
          messages.text("strategies.action." + action + ".hint"));
    }
    html.close().close().close();
  }

  private void hidden(String name, String value) {
    html.single("input", "type", "hidden", "name", name, "value", value);
  }

  private void cell(String column) {
    html.open("td", "data-label", messages.text("strategies.column." + column));
  }

  private void number(String column, String id, Object value) {
    html.open("td", "class", "figure", "data-label", messages.text("strategies.column." + column));
    live(column + ":" + id, value);
    html.close();
  }

  private Html live(String key, Object value, String... style) {
    return style.length == 0
        ? html.element("span", value, "data-live", key)
        : html.element("span", value, "data-live", key, "class", style[0]);
  }

  private String state(StrategyState state) {
    return messages.text("state." + state.name().toLowerCase(Locale.ROOT));
  }

  private String circuit(StrategyStatus s) {
    CircuitState circuit = s.circuit();
    String text = messages.text("circuit." + circuit.name().toLowerCase(Locale.ROOT));
    return s.stuckCalls() == 0
        ? text
        : text + ", " + messages.text("strategies.stuck", s.stuckCalls());
  }

  private static String micros(long micros) {
    if (micros == 0) {
      return "–";
    }
    return micros < 10_000
        ? micros + " µs"
        : String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
  }

  private static boolean isAbsent(RoleStatus role, StrategyRef primary) {
    return role.strategies().stream().noneMatch(s -> s.ref().equals(primary));
  }

  /** Changes when strategies come, go or change places. */
  private static String signature(List<RoleStatus> roles) {
    StringBuilder text = new StringBuilder();
    for (RoleStatus role : roles) {
      text.append(role.role()).append(role.traffic().primary().map(StrategyRef::toString));
      role.strategies().forEach(s -> text.append(s.ref()).append(s.bundle()));
    }
    return Integer.toHexString(text.toString().hashCode());
  }
}
