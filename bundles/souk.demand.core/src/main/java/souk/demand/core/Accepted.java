package souk.demand.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;

/**
 * Which series of a panel a strategy takes. It is only asked, by halves, until the refused series
 * stand alone; what it takes then stays together as far as it accepts.
 *
 * @param parts panels to be forecast
 * @param refused why the others are not, by series id
 */
record Accepted(List<Panel> parts, Map<String, String> refused) {
  static Accepted of(Forecaster forecaster, Panel panel, ForecastTask task) {
    List<Panel> parts = new ArrayList<>();
    Map<String, String> refused = new LinkedHashMap<>();
    ask(forecaster, panel, task, parts, refused);
    if (parts.size() > 1) {
      List<Series> together = parts.stream().flatMap(p -> p.seriesList().stream()).toList();
      Panel whole = Panels.of(panel, together);
      if (forecaster.refuses(whole, task).isEmpty()) {
        parts = List.of(whole);
      }
    }
    return new Accepted(List.copyOf(parts), refused);
  }

  private static void ask(
      Forecaster forecaster,
      Panel panel,
      ForecastTask task,
      List<Panel> parts,
      Map<String, String> refused) {
    Optional<Refusal> refusal = forecaster.refuses(panel, task);
    List<Series> all = panel.seriesList();
    if (refusal.isEmpty()) {
      parts.add(panel);
    } else if (all.size() == 1) {
      refused.put(all.get(0).id(), refusal.get().toString());
    } else {
      int half = all.size() / 2;
      ask(forecaster, Panels.of(panel, all.subList(0, half)), task, parts, refused);
      ask(forecaster, Panels.of(panel, all.subList(half, all.size())), task, parts, refused);
    }
  }
}
