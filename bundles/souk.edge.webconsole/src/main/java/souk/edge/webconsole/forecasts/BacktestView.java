package souk.edge.webconsole.forecasts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestReport;
import souk.demand.api.BacktestScore;
import souk.demand.api.ForecastRun;
import souk.demand.api.Measure;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;

/** How well each strategy forecast the past, best first. */
final class BacktestView {
  private static final int FIRST = 5;

  private final Sheet sheet;
  private final ForecastRun run;
  private final List<AccuracyScore> scores;

  BacktestView(Sheet sheet, ForecastRun run, Optional<BacktestReport> report) {
    this.sheet = sheet;
    this.run = run;
    List<AccuracyScore> reported =
        report.map(BacktestReport::scores).orElse(List.of()).stream()
            .filter(score -> score.group().equals(AccuracyScore.ALL))
            .toList();
    // A run of an older version knows fewer measures.
    this.scores =
        reported.isEmpty() ? run.backtest().stream().map(BacktestView::widened).toList() : reported;
  }

  private static AccuracyScore widened(BacktestScore score) {
    return AccuracyScore.builder(score.strategy(), AccuracyScore.ALL)
        .judged(score.series(), score.origins(), score.horizon())
        .value(Measure.SMAPE, score.smape())
        .value(Measure.MASE, score.mase())
        .value(Measure.WAPE, score.wape())
        .value(Measure.BIAS, score.bias())
        .value(Measure.PINBALL, score.pinball())
        .value(Measure.COVERAGE80, score.coverage80())
        .build();
  }

  void show() {
    sheet.section("backtest", sheet.text("forecasts.backtest"));
    if (scores.isEmpty()) {
      sheet.empty(sheet.text("forecasts.backtest.none"));
      sheet.endSection();
      return;
    }
    AccuracyScore first = scores.get(0);
    sheet
        .html()
        .element(
            "p",
            sheet.text(
                "forecasts.backtest.what",
                Figures.count(first.series()),
                first.origins(),
                first.horizon()));
    table(scores.subList(0, Math.min(FIRST, scores.size())));
    if (scores.size() > FIRST) {
      sheet.html().open("details");
      sheet.html().element("summary", sheet.text("forecasts.backtest.more", scores.size() - FIRST));
      table(scores.subList(FIRST, scores.size()));
      sheet.html().close();
    }
    sheet.html().open("details").element("summary", sheet.text("forecasts.measures"));
    sheet.html().element("p", sheet.text("forecasts.measures.text"));
    sheet.html().close();
    sheet.html().open("details").element("summary", sheet.text("forecasts.reasons"));
    Figures.reasons(sheet.html(), run.reasons());
    sheet.html().close();
    sheet.endSection();
  }

  private void table(List<AccuracyScore> rows) {
    sheet.table(
        "forecasts.backtest",
        "strategy",
        "wape",
        "ratio",
        "mase",
        "rmsse",
        "smape",
        "bias",
        "pinball",
        "coverage",
        "msis");
    for (AccuracyScore score : rows) {
      sheet.row();
      sheet.cell("strategy", score.strategy());
      figure("wape", score.value(Measure.WAPE), 100, "%.1f %%");
      figure("ratio", ratio(score.strategy()), 100, "%.1f %%");
      figure("mase", score.value(Measure.MASE), 1, "%.3f");
      figure("rmsse", score.value(Measure.RMSSE), 1, "%.3f");
      figure("smape", score.value(Measure.SMAPE), 1, "%.1f %%");
      figure("bias", score.value(Measure.BIAS), 100, "%+.1f %%");
      figure("pinball", score.value(Measure.PINBALL), 1, "%.3f");
      figure("coverage", score.value(Measure.COVERAGE80), 100, "%.1f %%");
      figure("msis", score.value(Measure.MSIS), 1, "%.2f");
      sheet.endRow();
    }
    sheet.endTable();
  }

  private OptionalDouble ratio(String strategy) {
    return run.backtest().stream()
        .filter(score -> score.strategy().equals(strategy))
        .mapToDouble(BacktestScore::wapeRatio)
        .findFirst();
  }

  private void figure(String column, OptionalDouble value, double factor, String form) {
    boolean known = value.isPresent() && Double.isFinite(value.getAsDouble());
    sheet.figure(
        column, known ? String.format(Locale.ROOT, form, factor * value.getAsDouble()) : "–");
  }
}
