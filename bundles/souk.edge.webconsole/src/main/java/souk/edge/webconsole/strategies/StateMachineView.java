package souk.edge.webconsole.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;

/** The way of a strategy in and out, with each strategy of a role at its place. */
final class StateMachineView {
  private static final List<StrategyState> WAY =
      List.of(
          StrategyState.INSTALLED,
          StrategyState.WARMED,
          StrategyState.SHADOW,
          StrategyState.CANARY,
          StrategyState.PRIMARY,
          StrategyState.DRAINING,
          StrategyState.RELEASED);

  /** Strategies that are called by name are never tried in another's place. */
  private static final List<StrategyState> BY_NAME =
      WAY.stream().filter(s -> s != StrategyState.SHADOW && s != StrategyState.CANARY).toList();

  private final Sheet sheet;
  private final Html html;

  StateMachineView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void show(RoleStatus role) {
    sheet.region("way:" + role.role());
    html.open("ol", "class", "way", "aria-label", sheet.text("strategies.way", role.role()));
    List<StrategyState> states = new ArrayList<>(role.calledByName() ? BY_NAME : WAY);
    if (role.strategies().stream().anyMatch(s -> s.state() == StrategyState.TRIPPED)) {
      states.add(StrategyState.TRIPPED);
    }
    states.forEach(state -> place(role, state));
    html.close();
    sheet.endRegion();
  }

  private void place(RoleStatus role, StrategyState state) {
    List<StrategyStatus> here = role.strategies().stream().filter(s -> s.state() == state).toList();
    String name = state.name().toLowerCase(Locale.ROOT);
    html.open("li", "class", (here.isEmpty() ? "free " : "taken ") + name);
    html.open("span", "class", "step").text(state(sheet, role, state));
    if (state == StrategyState.CANARY && role.traffic().canary().isPresent()) {
      html.text(" " + Figures.share(role.traffic().canaryShare()));
    }
    html.close();
    here.forEach(
        s ->
            html.element(
                "span", s.title(), "class", "chip", "title", StrategiesView.name(s.ref())));
    html.close();
  }

  /** The name of a state; where strategies are called by name, none is the primary. */
  static String state(Sheet sheet, RoleStatus role, StrategyState state) {
    return role.calledByName() && state == StrategyState.PRIMARY
        ? sheet.text("strategies.serves-by-name")
        : sheet.text("state." + state.name().toLowerCase(Locale.ROOT));
  }
}
