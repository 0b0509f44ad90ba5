package souk.edge.webconsole.forecasts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.edge.webconsole.html.Csv;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.model.Series;
import souk.model.TimeGrid;

/** History and forecast of one article, drawn and in figures. */
final class ForecastView {
  private static final int WIDE_STEPS = 104;
  private static final int NARROW_STEPS = 26;

  private final ForecastRun run;
  private final Histories.Known known;

  /** Where the forecast begins on the grid of the sales, which may have grown since. */
  private final int start;

  ForecastView(ForecastRun run, Histories.Known known) {
    this.run = run;
    this.known = known;
    TimeGrid grid = known.weekly().grid();
    LocalDate first = run.forecast().grid().dateOf(run.forecast().firstStep());
    this.start = (int) grid.frequency().stepsBetween(grid.origin(), first);
  }

  void show(Sheet sheet, SeriesForecast forecast) {
    String id = forecast.seriesId();
    String name = known.name(id);
    sheet.section("forecast", name.isEmpty() ? id : sheet.text("forecasts.of", name, id));
    figures(sheet, forecast);
    drawing(sheet, forecast, WIDE_STEPS, 960, 320, "wide");
    drawing(sheet, forecast, NARROW_STEPS, 340, 240, "narrow");
    legend(sheet, forecast);
    Figures.reasons(sheet.html(), forecast.notes());
    sheet.html().open("details").element("summary", sheet.text("forecasts.numbers"));
    table(sheet, forecast);
    sheet
        .html()
        .open("p")
        .element(
            "a",
            sheet.text("forecasts.download"),
            "href",
            sheet.address("/forecast.csv", "article", id),
            "download",
            "");
    sheet.html().close().close();
    sheet.endSection();
  }

  private void figures(Sheet sheet, SeriesForecast forecast) {
    Html html = sheet.html().open("dl");
    figure(html, sheet.text("forecasts.model"), forecast.method());
    String chosen = run.chosen().getOrDefault(forecast.seriesId(), "");
    if (!chosen.isEmpty()) {
      figure(html, sheet.text("forecasts.strategy"), chosen);
    }
    figure(
        html,
        sheet.text("forecasts.sum", forecast.horizon()),
        TimeChart.number(Arrays.stream(forecast.mean()).sum()));
    known
        .series(forecast.seriesId())
        .ifPresent(
            series -> figure(html, sheet.text("forecasts.weeks"), Figures.count(series.length())));
    html.close();
  }

  private static void figure(Html html, String term, String value) {
    html.open("div").element("dt", term).element("dd", value).close();
  }

  private void drawing(
      Sheet sheet, SeriesForecast forecast, int most, int width, int height, String css) {
    Optional<Series> history = known.series(forecast.seriesId());
    int begin = start - most;
    int end = start + forecast.horizon();
    double[] sold = {};
    if (history.isPresent()) {
      begin = Math.max(begin, history.get().firstStep());
      end = Math.max(end, history.get().untilStep());
      int from = Math.max(0, begin - history.get().firstStep());
      sold = Arrays.copyOfRange(history.get().values(), from, history.get().length());
    } else {
      begin = start;
    }
    List<LocalDate> dates = new ArrayList<>();
    for (int step = begin; step < end; step++) {
      dates.add(known.weekly().grid().dateOf(step));
    }
    TimeChart chart = new TimeChart(width, height, dates);
    int levels = forecast.levels().length;
    for (int q = 0; q < levels / 2; q++) {
      chart.band(
          "band band" + Math.min(q, 1),
          start - begin,
          forecast.quantile(q),
          forecast.quantile(levels - 1 - q));
    }
    chart.line("forecast", start - begin, forecast.mean(), true);
    if (sold.length > 0) {
      chart.line("sold", 0, sold, true).today(start - begin);
    }
    chart.show(sheet.html(), css, words(sheet, forecast));
  }

  private static String words(Sheet sheet, SeriesForecast forecast) {
    return sheet.text(
        "forecasts.drawing",
        forecast.horizon(),
        TimeChart.number(Arrays.stream(forecast.mean()).sum()));
  }

  private static void legend(Sheet sheet, SeriesForecast forecast) {
    Html html = sheet.html().open("ul", "class", "legend");
    key(html, "sold", sheet.text("forecasts.legend.sold"));
    key(html, "forecast", sheet.text("forecasts.legend.mean"));
    double[] levels = forecast.levels();
    for (int q = levels.length / 2 - 1; q >= 0; q--) {
      double share = levels[levels.length - 1 - q] - levels[q];
      key(
          html,
          "band" + Math.min(q, 1),
          sheet.text("forecasts.legend.interval", Figures.share(share)));
    }
    html.close();
  }

  static void key(Html html, String css, String text) {
    html.open("li").open("span", "class", "key " + css, "aria-hidden", "true").close();
    html.text(text).close();
  }

  private void table(Sheet sheet, SeriesForecast forecast) {
    Html html = sheet.html().open("table", "class", "numbers").open("thead").open("tr");
    List<String> heads = new ArrayList<>();
    heads.add(sheet.text("forecasts.column.from"));
    heads.add(sheet.text("forecasts.column.mean"));
    for (double level : forecast.levels()) {
      heads.add(Figures.share(level));
    }
    heads.forEach(head -> html.element("th", head, "scope", "col"));
    html.close().close().open("tbody");
    for (int step = 0; step < forecast.horizon(); step++) {
      List<String> cells = cells(forecast, step, true);
      html.open("tr");
      for (int c = 0; c < cells.size(); c++) {
        html.element("td", cells.get(c), "data-label", heads.get(c), "class", "figure");
      }
      html.close();
    }
    html.close().close();
  }

  private List<String> cells(SeriesForecast forecast, int step, boolean rounded) {
    List<String> cells = new ArrayList<>();
    cells.add(known.weekly().grid().dateOf(start + step).toString());
    cells.add(text(forecast.mean()[step], rounded));
    for (int q = 0; q < forecast.levels().length; q++) {
      cells.add(text(forecast.quantile(q)[step], rounded));
    }
    return cells;
  }

  private static String text(double value, boolean rounded) {
    return rounded ? TimeChart.number(value) : Double.toString(value);
  }

  void csv(SeriesForecast forecast, Csv csv) {
    List<String> head = new ArrayList<>(List.of("series", "from", "mean"));
    for (double level : forecast.levels()) {
      head.add("q" + level);
    }
    csv.row(head);
    for (int step = 0; step < forecast.horizon(); step++) {
      List<String> row = new ArrayList<>(List.of(forecast.seriesId()));
      row.addAll(cells(forecast, step, false));
      csv.row(row);
    }
  }
}
