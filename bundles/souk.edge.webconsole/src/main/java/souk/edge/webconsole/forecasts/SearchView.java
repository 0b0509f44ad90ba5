package souk.edge.webconsole.forecasts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;

/** Looks for an article among those of a run. */
final class SearchView {
  static final int SIZE = 8;

  /**
   * What is looked for.
   *
   * @param words each must be part of SKU or name
   * @param category empty for all
   * @param from how many finds are passed over
   */
  record Wish(String words, String category, long from) {}

  private final Sheet sheet;
  private final ForecastRun run;
  private final Histories.Known known;

  SearchView(Sheet sheet, ForecastRun run, Histories.Known known) {
    this.sheet = sheet;
    this.run = run;
    this.known = known;
  }

  void form(Wish wish) {
    sheet.question("");
    sheet.html().open("div", "class", "fields");
    sheet.field(sheet.text("forecasts.search"), "words", wish.words(), "autocomplete", "off");
    List<String> categories = known.categories();
    if (!categories.isEmpty()) {
      sheet.html().open("label").text(sheet.text("forecasts.category")).text(" ");
      sheet.html().open("select", "name", "category");
      sheet.html().element("option", sheet.text("forecasts.category.all"), "value", "");
      for (String category : categories) {
        if (category.equals(wish.category())) {
          sheet.html().element("option", category, "value", category, "selected", "");
        } else {
          sheet.html().element("option", category, "value", category);
        }
      }
      sheet.html().close().close();
    }
    sheet.html().element("button", sheet.text("forecasts.search.go"), "type", "submit");
    sheet.html().close();
    sheet.endForm();
  }

  /** Finds, the article with the highest revenue first. */
  List<SeriesForecast> found(Wish wish) {
    String[] words = wish.words().toLowerCase(Locale.ROOT).split("\\s+", -1);
    List<SeriesForecast> found = new ArrayList<>();
    for (SeriesForecast series : run.forecast().seriesList()) {
      String id = series.seriesId();
      String text = (id + ' ' + known.name(id)).toLowerCase(Locale.ROOT);
      boolean fits =
          wish.category().isEmpty() || known.category(id).orElse("").equals(wish.category());
      for (String word : words) {
        fits &= text.contains(word);
      }
      if (fits) {
        found.add(series);
      }
    }
    return found;
  }

  void list(Wish wish, String shown) {
    List<SeriesForecast> found = found(wish);
    if (found.isEmpty()) {
      sheet.empty(sheet.text("forecasts.search.none", wish.words()));
      return;
    }
    sheet
        .html()
        .element(
            "p",
            sheet.text(
                "forecasts.search.found", Figures.count(found.size()), found.get(0).horizon()),
            "class",
            "small");
    boolean categories = !known.categories().isEmpty();
    sheet.html().open("div", "class", "finds");
    if (categories) {
      sheet.table("forecasts.found", "article", "category", "sold", "next", "model");
    } else {
      sheet.table("forecasts.found", "article", "sold", "next", "model");
    }
    int from = (int) Math.min(wish.from(), found.size());
    for (SeriesForecast series : found.subList(from, Math.min(found.size(), from + SIZE))) {
      row(wish, series, series.seriesId().equals(shown), categories);
    }
    sheet.endTable();
    sheet.html().close();
    sheet.pager(
        from, SIZE, found.size() > from + SIZE, "words", wish.words(), "category", wish.category());
  }

  private void row(Wish wish, SeriesForecast series, boolean shown, boolean categories) {
    String id = series.seriesId();
    if (shown) {
      sheet.row("class", "primary");
    } else {
      sheet.row();
    }
    sheet.open("article");
    String name = known.name(id);
    sheet
        .html()
        .element(
            "a",
            name.isEmpty() ? id : name,
            "href",
            sheet.link(
                    "article",
                    id,
                    "words",
                    wish.words(),
                    "category",
                    wish.category(),
                    "from",
                    Long.toString(wish.from()))
                + "#forecast");
    if (!name.isEmpty()) {
      sheet.html().element("div", id, "class", "id");
    }
    sheet.html().close();
    if (categories) {
      sheet.cell("category", known.category(id).orElse("–"));
    }
    sheet.figure("sold", sold(id, series.horizon()));
    double next = 0;
    for (double mean : series.mean()) {
      next += mean;
    }
    sheet.figure("next", TimeChart.number(next));
    sheet.cell("model", run.chosen().getOrDefault(id, series.method()));
    sheet.endRow();
  }

  /** Units of as many last weeks as are forecast, to compare with. */
  private String sold(String id, int weeks) {
    return known
        .series(id)
        .map(
            series -> {
              double sum = 0;
              for (int i = Math.max(0, series.length() - weeks); i < series.length(); i++) {
                sum += series.value(i);
              }
              return TimeChart.number(sum);
            })
        .orElse("–");
  }
}
