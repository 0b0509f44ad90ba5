package souk.edge.webconsole.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.JobStatus;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.StrategyState;
import souk.kernel.api.StrategyStatus;
import souk.trust.api.Publication;

/** The platform at a glance as HTML. */
final class OverviewView {
  private static final int LATEST = 5;

  private final Sheet sheet;
  private final Html html;

  OverviewView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void title(String version) {
    html.element("h1", sheet.text("overview.title", version).strip());
    html.element("p", sheet.text("overview.intro"), "class", "intro");
  }

  void alerts(List<RoleStatus> roles, int lostThreads, Optional<String> logTrouble) {
    List<String> alerts = new ArrayList<>();
    logTrouble.ifPresent(t -> alerts.add(sheet.text("overview.alert.log", t)));
    if (lostThreads > 0) {
      alerts.add(sheet.text("overview.alert.threads", lostThreads));
    }
    for (RoleStatus role : roles) {
      role.traffic()
          .primary()
          .filter(p -> role.strategies().stream().noneMatch(s -> s.ref().equals(p)))
          .ifPresent(p -> alerts.add(sheet.text("overview.alert.absent", role.role(), p)));
      role.strategies().stream()
          .filter(s -> s.state() == StrategyState.TRIPPED)
          .forEach(s -> alerts.add(sheet.text("overview.alert.tripped", s.ref())));
    }
    sheet.region("alerts");
    if (alerts.isEmpty()) {
      html.element("p", sheet.text("overview.well"), "class", "good", "role", "status");
    } else {
      html.open("ul", "class", "bad", "role", "alert");
      alerts.forEach(alert -> html.element("li", alert));
      html.close();
    }
    sheet.endRegion();
  }

  void serving(List<RoleStatus> roles) {
    sheet.section("serving", sheet.text("overview.serving"));
    if (roles.isEmpty()) {
      sheet.empty(sheet.text("strategies.none"));
      sheet.endSection();
      return;
    }
    sheet.region("serving");
    sheet.table("overview", "role", "serves", "calls", "failures", "fallbacks");
    roles.forEach(this::role);
    sheet.endTable();
    sheet.endRegion();
    html.open("p").element("a", sheet.text("overview.strategies"), "href", "souk-strategies");
    html.close();
    sheet.endSection();
  }

  private void role(RoleStatus role) {
    sheet.row();
    sheet.open("role").element("strong", role.role()).close();
    String serves =
        role.serving()
            .flatMap(ref -> role.strategies().stream().filter(s -> s.ref().equals(ref)).findFirst())
            .map(StrategyStatus::title)
            .orElse("–");
    sheet.cell("serves", role.calledByName() ? byName(role) : serves);
    sheet.figure("calls", sum(role, false));
    sheet.figure("failures", sum(role, true));
    sheet.figure("fallbacks", Figures.count(role.fallbacks()));
    sheet.endRow();
  }

  private String byName(RoleStatus role) {
    return sheet.text(
        "overview.by-name",
        role.strategies().stream().map(StrategyStatus::title).collect(Collectors.joining(", ")));
  }

  private static String sum(RoleStatus role, boolean failures) {
    return Figures.count(
        role.strategies().stream().mapToLong(s -> failures ? s.failures() : s.calls()).sum());
  }

  void jobs(List<JobStatus> jobs) {
    sheet.section("jobs", sheet.text("jobs.title"));
    sheet.region("jobs");
    if (jobs.isEmpty()) {
      sheet.empty(sheet.text("jobs.history.none"));
    } else {
      html.open("ul");
      for (JobStatus job : jobs.subList(0, Math.min(LATEST, jobs.size()))) {
        String state = sheet.text("job." + job.state().name().toLowerCase(Locale.ROOT));
        String percent =
            job.state() == JobStatus.State.RUNNING
                ? String.format(Locale.ROOT, " %.0f %%", job.percent())
                : "";
        html.element(
            "li", Figures.time(job.submittedAt()) + " · " + job.kind() + " · " + state + percent);
      }
      html.close();
    }
    sheet.endRegion();
    html.open("p").element("a", sheet.text("overview.jobs"), "href", "souk-jobs").close();
    sheet.endSection();
  }

  void publication(Optional<Publication> current) {
    sheet.section("publication", sheet.text("overview.publication"));
    sheet.region("publication");
    if (current.isEmpty()) {
      sheet.empty(sheet.text("publications.none"));
    } else {
      Publication p = current.get();
      html.element(
          "p",
          sheet.text(
              "overview.in-force",
              p.id(),
              Figures.time(p.at()),
              p.actor(),
              p.prices(),
              p.offers()));
    }
    sheet.endRegion();
    html.open("p").element("a", sheet.text("overview.plans"), "href", "souk-plans").close();
    sheet.endSection();
  }
}
