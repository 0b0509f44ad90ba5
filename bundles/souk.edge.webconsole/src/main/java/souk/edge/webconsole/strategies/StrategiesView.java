package souk.edge.webconsole.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.edge.webconsole.audit.AuditView;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.DrainReport;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyStatus;
import souk.kernel.api.TrialStatus;

/** Roles with their strategies, trials and history as HTML. */
final class StrategiesView {
  private static final int HISTORY = 10;

  private final Sheet sheet;
  private final Html html;
  private final RouterAdmin router;
  private final AuditTrail trail;
  private final List<TrialStatus> trials;

  StrategiesView(Sheet sheet, RouterAdmin router, AuditTrail trail, List<TrialStatus> trials) {
    this.sheet = sheet;
    this.html = sheet.html();
    this.router = router;
    this.trail = trail;
    this.trials = trials;
  }

  /**
   * @param chosen the only role to show; empty for all
   */
  void show(String chosen) {
    List<RoleStatus> roles = router.roles();
    sheet.title("strategies");
    html.open("p").text(sheet.text("strategies.quarantined")).text(" ");
    html.element("span", router.quarantinedThreads(), "data-live", "quarantined").close();
    if (roles.isEmpty()) {
      sheet.empty(sheet.text("strategies.none"));
    }
    navigation(roles, chosen);
    html.open("div", "data-signature", signature(roles, trials));
    roles.stream().filter(r -> chosen.isEmpty() || r.role().equals(chosen)).forEach(this::role);
    html.close();
  }

  private void navigation(List<RoleStatus> roles, String chosen) {
    html.open("nav", "class", "roles", "aria-label", sheet.text("strategies.roles"));
    link(sheet.text("strategies.all-roles"), "", chosen);
    roles.forEach(role -> link(role.role(), role.role(), chosen));
    html.close();
  }

  private void link(String text, String role, String chosen) {
    if (role.equals(chosen)) {
      html.element("a", text, "href", sheet.link("role", role), "aria-current", "true");
    } else {
      html.element("a", text, "href", sheet.link("role", role));
    }
  }

  private void role(RoleStatus role) {
    sheet.section("role-" + role.role(), role.role());
    facts(role);
    if (role.strategies().isEmpty()) {
      sheet.empty(sheet.text("strategies.role-empty"));
      sheet.endSection();
      return;
    }
    new StateMachineView(sheet).show(role);
    List<TrialStatus> ofRole =
        trials.stream().filter(t -> t.strategy().role().equals(role.role())).toList();
    TrialView trialView = new TrialView(sheet);
    ofRole.stream().filter(t -> t.endedAt().isEmpty()).forEach(trialView::running);
    new StrategyTable(sheet).show(role, ofRole);
    trialView.ended(ofRole.stream().filter(t -> t.endedAt().isPresent()).toList());
    rollBack(role);
    drains(router.drains(role.role()));
    history(role);
    sheet.endSection();
  }

  private void facts(RoleStatus role) {
    Optional<StrategyRef> primary = role.traffic().primary();
    Optional<StrategyRef> serving = role.serving().or(() -> primary);
    html.open("p", "class", "facts").text(sheet.text("strategies.traffic")).text(" ");
    if (role.calledByName()) {
      html.element("strong", sheet.text("strategies.by-name"));
    } else {
      html.element(
          "strong", serving.map(s -> share(role, s)).orElse(sheet.text("strategies.nobody")));
      if (primary.isEmpty() && serving.isPresent()) {
        html.text(" (" + sheet.text("strategies.by-ranking") + ")");
      }
    }
    html.text(" · ").text(sheet.text("strategies.fallbacks")).text(" ");
    html.element("span", Figures.count(role.fallbacks()), "data-live", "fallbacks:" + role.role());
    html.close();
    primary
        .filter(p -> role.strategies().stream().noneMatch(s -> s.ref().equals(p)))
        .ifPresent(
            p ->
                html.element(
                    "p",
                    sheet.text("strategies.absent", name(p)),
                    "class",
                    "bad",
                    "role",
                    "alert"));
  }

  private static String share(RoleStatus role, StrategyRef serving) {
    Optional<StrategyRef> canary = role.traffic().canary();
    double share = canary.isPresent() ? role.traffic().canaryShare() : 0;
    String text = name(serving) + " " + Figures.share(1 - share);
    return canary.map(c -> text + ", " + name(c) + " " + Figures.share(share)).orElse(text);
  }

  static String name(StrategyRef ref) {
    return ref.strategy() + "@" + ref.version();
  }

  private void rollBack(RoleStatus role) {
    Optional<StrategyRef> previous = router.previous(role.role());
    if (role.calledByName() || previous.isEmpty()) {
      return;
    }
    html.open("details", "class", "roll-back");
    html.element("summary", sheet.text("strategies.roll-back", name(previous.get())));
    sheet.form();
    sheet.hidden("role", role.role());
    sheet.reason();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text("strategies.roll-back.now"), "roll-back");
    html.close();
    sheet.endForm();
    html.close();
  }

  private void drains(List<DrainReport> drains) {
    if (drains.isEmpty()) {
      return;
    }
    html.open("details").element("summary", sheet.text("strategies.drains", drains.size()));
    html.open("ul");
    for (DrainReport d : drains) {
      html.element(
          "li",
          sheet.text(
              d.leaving() ? "strategies.drain.left" : "strategies.drain.asked",
              Figures.time(d.at()),
              name(d.strategy()),
              d.underWay(),
              d.finished(),
              d.left(),
              d.millis()));
    }
    html.close().close();
  }

  private void history(RoleStatus role) {
    html.open("details").element("summary", sheet.text("strategies.history"));
    new AuditView(sheet).table(trail.entries(AuditQuery.about(role.role()), HISTORY));
    html.close();
  }

  /** Changes when strategies or trials come, go or change places. */
  private static String signature(List<RoleStatus> roles, List<TrialStatus> trials) {
    List<Object> parts = new ArrayList<>();
    for (RoleStatus role : roles) {
      parts.add(role.role());
      parts.add(role.traffic().primary());
      for (StrategyStatus s : role.strategies()) {
        parts.add(s.ref());
        parts.add(s.bundle());
        parts.add(s.state().name());
      }
    }
    trials.forEach(t -> parts.add(t.id() + t.verdict().name()));
    return Integer.toHexString(parts.hashCode());
  }
}
