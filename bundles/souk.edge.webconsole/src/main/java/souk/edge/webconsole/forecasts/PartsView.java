package souk.edge.webconsole.forecasts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import souk.demand.api.Decomposition;
import souk.demand.api.DemandParts;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** What the sales of one article are made of: baseline, calendar, lift, dip. */
final class PartsView {
  private static final int WIDE_STEPS = 104;
  private static final int NARROW_STEPS = 26;
  private static final int ROWS = 26;

  private final Sheet sheet;

  PartsView(Sheet sheet) {
    this.sheet = sheet;
  }

  void show(String article, Optional<Decomposition> decomposition, Runnable form) {
    sheet.section("parts", sheet.text("forecasts.parts"));
    Optional<DemandParts> parts = decomposition.flatMap(found -> found.series(article));
    if (parts.isEmpty()) {
      sheet.empty(
          sheet.text(decomposition.isEmpty() ? "forecasts.parts.none" : "forecasts.parts.not"));
      form.run();
    } else {
      figures(parts.get());
      drawing(decomposition.get(), parts.get(), WIDE_STEPS, 960, 260, "wide");
      drawing(decomposition.get(), parts.get(), NARROW_STEPS, 340, 220, "narrow");
      legend();
      sheet.html().open("details").element("summary", sheet.text("forecasts.parts.numbers"));
      table(decomposition.get(), parts.get());
      sheet.html().close();
      Figures.reasons(sheet.html(), decomposition.get().notes());
    }
    sheet.endSection();
  }

  private void figures(DemandParts parts) {
    double sold = Arrays.stream(parts.units()).sum();
    Html html = sheet.html().open("dl");
    figure(html, sheet.text("forecasts.parts.units"), TimeChart.number(sold));
    share(html, sheet.text("forecasts.parts.baseline"), parts.baseline(), sold, false);
    share(html, sheet.text("forecasts.parts.lift"), parts.lift(), sold, true);
    share(html, sheet.text("forecasts.parts.dip"), parts.dip(), sold, true);
    int without = 0;
    for (boolean out : parts.stockOut()) {
      without += out ? 1 : 0;
    }
    figure(html, sheet.text("forecasts.parts.stock-outs"), Figures.count(without));
    html.close();
  }

  private static void share(Html html, String term, double[] part, double sold, boolean signed) {
    double sum = Arrays.stream(part).sum();
    String value = sum > 0 && signed ? "+" + TimeChart.number(sum) : TimeChart.number(sum);
    figure(
        html,
        term,
        sold > 0 ? value + String.format(Locale.ROOT, " (%.0f %%)", 100 * sum / sold) : value);
  }

  private static void figure(Html html, String term, String value) {
    html.open("div").element("dt", term).element("dd", value).close();
  }

  private void drawing(
      Decomposition all, DemandParts parts, int most, int width, int height, String css) {
    int length = parts.units().length;
    int from = Math.max(0, length - most);
    List<LocalDate> dates = new ArrayList<>();
    for (int step = from; step < length; step++) {
      dates.add(all.grid().dateOf(parts.firstStep() + step));
    }
    double[] units = Arrays.copyOfRange(parts.units(), from, length);
    double[] baseline = Arrays.copyOfRange(parts.baseline(), from, length);
    double[] calendar = Arrays.copyOfRange(parts.calendar(), from, length);
    double[] lift = Arrays.copyOfRange(parts.lift(), from, length);
    double[] dip = Arrays.copyOfRange(parts.dip(), from, length);
    TimeChart chart = new TimeChart(width, height, dates);
    double[] lifted = sum(baseline, lift, 1);
    chart.band("band lift", 0, baseline, lifted);
    chart.band("band dip", 0, sum(lifted, dip, 1), lifted);
    chart.line("level", 0, sum(baseline, calendar, -1), false);
    chart.line("forecast", 0, baseline, false);
    chart.line("sold", 0, units, true);
    boolean[] out = parts.stockOut();
    for (int step = from; step < length; step++) {
      if (out[step]) {
        chart.mark(step - from, sheet.text("forecasts.parts.stock-out"));
      }
    }
    chart.show(sheet.html(), css, sheet.text("forecasts.parts.drawing"));
  }

  private static double[] sum(double[] a, double[] b, int sign) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + sign * b[i]);
    return sum;
  }

  private void legend() {
    Html html = sheet.html().open("ul", "class", "legend");
    ForecastView.key(html, "sold", sheet.text("forecasts.legend.sold"));
    ForecastView.key(html, "forecast", sheet.text("forecasts.parts.baseline"));
    ForecastView.key(html, "level", sheet.text("forecasts.parts.level"));
    ForecastView.key(html, "lift", sheet.text("forecasts.parts.lift"));
    ForecastView.key(html, "dip", sheet.text("forecasts.parts.dip"));
    ForecastView.key(html, "mark", sheet.text("forecasts.parts.stock-out"));
    html.close();
  }

  private void table(Decomposition all, DemandParts parts) {
    sheet.table("forecasts.parts", "week", "units", "baseline", "calendar", "lift", "dip");
    int length = parts.units().length;
    for (int step = length - 1; step >= Math.max(0, length - ROWS); step--) {
      sheet.row();
      sheet.figure("week", all.grid().dateOf(parts.firstStep() + step));
      sheet.figure(
          "units",
          parts.stockOut()[step]
              ? sheet.text("forecasts.parts.stock-out")
              : TimeChart.number(parts.units()[step]));
      sheet.figure("baseline", TimeChart.number(parts.baseline()[step]));
      sheet.figure("calendar", TimeChart.number(parts.calendar()[step]));
      sheet.figure("lift", TimeChart.number(parts.lift()[step]));
      sheet.figure("dip", TimeChart.number(parts.dip()[step]));
      sheet.endRow();
    }
    sheet.endTable();
  }
}
