package souk.edge.webconsole.strategies;

import java.util.List;
import java.util.Locale;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.MetricStatus;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.TrialStatus.Kind;

/** A trial with its figures: what it may cost, what it has shown, what was decided. */
final class TrialView {
  private static final int SAMPLES = 5;

  private final Sheet sheet;
  private final Html html;

  TrialView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void running(TrialStatus trial) {
    html.open("div", "class", "trial");
    html.open("h3").text(title(trial)).text(" ");
    html.element("span", verdict(trial), "class", "badge " + badge(trial)).close();
    sheet.region("trial:" + trial.id());
    figures(trial);
    sheet.endRegion();
    stop(trial.strategy());
    html.close();
  }

  private String title(TrialStatus trial) {
    return sheet.text(
        "trial." + trial.kind().name().toLowerCase(Locale.ROOT),
        StrategiesView.name(trial.strategy()),
        trial.against().map(StrategiesView::name).orElse("–"));
  }

  private void figures(TrialStatus trial) {
    html.element(
        "p",
        sheet.text(
            "trial.begun",
            Figures.time(trial.startedAt()),
            trial.startedBy().name(),
            trial.reason()),
        "class",
        "small");
    html.open("dl");
    trial.plan().ifPresent(plan -> budget(trial, plan));
    fact("trial.calls", Figures.count(trial.calls()));
    fact("trial.errors", sheet.text("trial.errors.of", trial.errors(), trial.contractViolations()));
    if (trial.kind() == Kind.CANARY) {
      fact("trial.slow", Figures.count(trial.slowCalls()));
    }
    fact(
        "trial.p99",
        sheet.text(
            "trial.p99.both",
            StrategyTable.micros(trial.p99Micros()),
            StrategyTable.micros(trial.primaryP99Micros())));
    if (trial.compared() > 0 || trial.kind() == Kind.SHADOW) {
      agreement(trial);
    }
    html.close();
    metrics(trial.metrics());
    disagreements(trial.disagreements());
  }

  private void budget(TrialStatus trial, CanaryPlan plan) {
    fact("trial.share", Figures.share(plan.share()));
    html.open("div").element("dt", sheet.text("trial.exposures")).open("dd");
    String of = Figures.count(trial.exposures()) + " / " + Figures.count(plan.exposures());
    html.element(
        "progress",
        of,
        "max",
        Long.toString(plan.exposures()),
        "value",
        Long.toString(Math.min(plan.exposures(), trial.exposures())),
        "aria-label",
        of);
    html.text(" " + of).close().close();
    fact("trial.promote", sheet.text(plan.promote() ? "yes" : "no"));
  }

  private void agreement(TrialStatus trial) {
    double agreed = trial.compared() == 0 ? 0 : (double) trial.agreed() / trial.compared();
    html.open("div").element("dt", sheet.text("trial.agreement")).open("dd");
    if (trial.compared() == 0) {
      html.text(sheet.text("trial.nothing-compared"));
    } else {
      String text =
          sheet.text(
              "trial.agreed",
              Figures.percent(agreed),
              Figures.count(trial.agreed()),
              Figures.count(trial.compared()));
      html.element(
          "meter",
          text,
          "min",
          "0",
          "max",
          "1",
          "value",
          Double.toString(agreed),
          "aria-label",
          text);
      html.text(" " + text);
    }
    html.close().close();
    if (trial.dropped() > 0) {
      fact("trial.dropped", Figures.count(trial.dropped()));
    }
  }

  private void metrics(List<MetricStatus> metrics) {
    if (metrics.isEmpty()) {
      sheet.empty(sheet.text("trial.no-metrics"));
      return;
    }
    sheet.table("metric", "metric", "primary", "candidate", "difference", "samples");
    for (MetricStatus m : metrics) {
      sheet.row();
      sheet.open("metric").element("strong", m.title()).text(" ");
      html.element("span", m.unit(), "class", "small").text(" ");
      html.element(
          "span",
          sheet.text(m.higherIsBetter() ? "metric.higher" : "metric.lower"),
          "class",
          "badge");
      html.close();
      sheet.figure("primary", Figures.number(m.primaryMean()));
      sheet.figure("candidate", Figures.number(m.candidateMean()));
      sheet.open("difference");
      new IntervalChart(sheet).show(m);
      html.close();
      sheet.figure("samples", Figures.count(m.samples()));
      sheet.endRow();
    }
    sheet.endTable();
  }

  private void disagreements(List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    html.open("details").element("summary", sheet.text("trial.disagreements")).open("ul");
    texts.stream().limit(SAMPLES).forEach(text -> html.open("li").element("code", text).close());
    html.close().close();
  }

  private void stop(StrategyRef ref) {
    html.open("details").element("summary", sheet.text("strategies.action.stop-trial"));
    sheet.form();
    sheet.hidden("role", ref.role());
    sheet.hidden("strategy", ref.strategy());
    sheet.hidden("version", ref.version());
    sheet.reason();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text("trial.stop-now"), "stop-trial");
    html.close();
    sheet.endForm();
    html.close();
  }

  void ended(List<TrialStatus> trials) {
    if (trials.isEmpty()) {
      return;
    }
    html.open("details").element("summary", sheet.text("trial.ended", trials.size()));
    sheet.table("trial", "trial", "verdict", "ended", "figures", "why");
    trials.forEach(this::past);
    sheet.endTable();
    html.close();
  }

  private void past(TrialStatus trial) {
    sheet.row();
    sheet.cell("trial", title(trial));
    sheet.open("verdict").element("span", verdict(trial), "class", "badge " + badge(trial)).close();
    sheet.figure("ended", trial.endedAt().map(Figures::time).orElse("–"));
    String exposed =
        trial
            .plan()
            .map(plan -> Figures.count(trial.exposures()) + " / " + Figures.count(plan.exposures()))
            .orElse(Figures.count(trial.calls()));
    sheet.cell("figures", sheet.text("trial.figures", exposed, trial.errors()));
    sheet.cell("why", trial.reason());
    sheet.endRow();
  }

  private void fact(String key, Object value) {
    html.open("div").element("dt", sheet.text(key)).element("dd", value).close();
  }

  private String verdict(TrialStatus trial) {
    return sheet.text("verdict." + lower(trial));
  }

  private static String badge(TrialStatus trial) {
    return trial.verdict().byGuardrail() ? "failed" : lower(trial);
  }

  private static String lower(TrialStatus trial) {
    return trial.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
