package souk.edge.webconsole.forecasts;

import java.util.Locale;
import java.util.Optional;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** Whether the forecasts still hold against what was sold since. */
final class DriftView {
  private final Sheet sheet;

  DriftView(Sheet sheet) {
    this.sheet = sheet;
  }

  void show(Optional<DriftReport> latest, Runnable form) {
    sheet.section("drift", sheet.text("forecasts.drift"));
    if (latest.isEmpty()) {
      sheet.empty(sheet.text("forecasts.drift.none"));
    } else {
      report(latest.get());
    }
    form.run();
    sheet.endSection();
  }

  private void report(DriftReport report) {
    Html html = sheet.html().open("p");
    state(
        html,
        report.refitDue(),
        report.findings().stream().allMatch(finding -> finding.steps() == 0));
    html.text(" " + sheet.text("forecasts.drift.at", Figures.time(report.checkedAt()))).close();
    Figures.reasons(html, report.reasons());
    if (report.findings().isEmpty()) {
      return;
    }
    sheet.table(
        "forecasts.drift",
        "category",
        "state",
        "backtest",
        "recent",
        "statistic",
        "steps",
        "reason");
    for (DriftFinding finding : report.findings()) {
      sheet.row();
      sheet.cell("category", ChampionsView.group(sheet, finding.group()));
      state(sheet.open("state"), finding.refitDue(), finding.steps() == 0);
      html.close();
      sheet.figure("backtest", decimal(finding.backtestError()));
      sheet.figure("recent", finding.steps() == 0 ? "–" : decimal(finding.recentError()));
      sheet.figure(
          "statistic",
          sheet.text("forecasts.drift.of", decimal(finding.statistic()), decimal(finding.limit())));
      sheet.figure(
          "steps",
          sheet.text(
              "forecasts.drift.steps",
              Figures.count(finding.steps()),
              Figures.count(finding.series())));
      sheet.cell("reason", finding.reason().text());
      sheet.endRow();
    }
    sheet.endTable();
  }

  private void state(Html html, boolean due, boolean unknown) {
    String word = unknown ? "unknown" : due ? "due" : "holds";
    html.element(
        "span",
        sheet.text("forecasts.drift." + word),
        "class",
        "badge " + (unknown ? "" : due ? "failed" : "done"));
  }

  private static String decimal(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "–";
  }
}
