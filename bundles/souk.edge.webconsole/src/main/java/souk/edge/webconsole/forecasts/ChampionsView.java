package souk.edge.webconsole.forecasts;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import souk.demand.api.AccuracyScore;
import souk.demand.api.Champion;
import souk.demand.api.Measure;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;

/** Who serves each category, and who is next. */
final class ChampionsView {
  private static final int CHALLENGERS = 3;

  private final Sheet sheet;

  ChampionsView(Sheet sheet) {
    this.sheet = sheet;
  }

  void show(List<Champion> champions) {
    sheet.section("champions", sheet.text("forecasts.champions"));
    if (champions.isEmpty()) {
      sheet.empty(sheet.text("forecasts.champions.none"));
    } else {
      sheet.table(
          "forecasts.champions", "category", "champion", "wape", "challengers", "series", "reason");
      champions.forEach(this::row);
      sheet.endTable();
    }
    sheet.endSection();
  }

  private void row(Champion champion) {
    sheet.row();
    sheet.cell("category", group(sheet, champion.group()));
    sheet.cell("champion", champion.strategy());
    sheet.figure("wape", wape(champion, champion.strategy()));
    String challengers =
        champion.ranking().stream()
            .map(AccuracyScore::strategy)
            .filter(strategy -> !strategy.equals(champion.strategy()))
            .limit(CHALLENGERS)
            .map(strategy -> strategy + " " + wape(champion, strategy))
            .collect(Collectors.joining(", "));
    sheet.cell("challengers", challengers.isEmpty() ? "–" : challengers);
    sheet.figure(
        "series",
        champion.ranking().isEmpty() ? "–" : Figures.count(champion.ranking().get(0).series()));
    sheet.cell("reason", champion.reason().text());
    sheet.endRow();
  }

  private static String wape(Champion champion, String strategy) {
    OptionalDouble wape =
        champion.ranking().stream()
            .filter(score -> score.strategy().equals(strategy))
            .findFirst()
            .map(score -> score.value(Measure.WAPE))
            .orElse(OptionalDouble.empty());
    return wape.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * wape.getAsDouble()) : "–";
  }

  /** A category, or all articles. */
  static String group(Sheet sheet, String group) {
    return group.isEmpty() ? sheet.text("forecasts.all") : group;
  }
}
