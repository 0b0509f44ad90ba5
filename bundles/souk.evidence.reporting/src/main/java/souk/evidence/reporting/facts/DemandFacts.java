package souk.evidence.reporting.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.demand.api.AccuracyScore;
import souk.demand.api.BacktestReport;
import souk.demand.api.BacktestScore;
import souk.demand.api.Champion;
import souk.demand.api.Decomposition;
import souk.demand.api.DemandParts;
import souk.demand.api.ForecastRun;
import souk.demand.api.ItemResponse;
import souk.demand.api.Measure;
import souk.demand.api.ResponseModel;
import souk.demand.api.SeriesForecast;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;
import souk.model.TimeGrid;

/** Forecasts with their backtest, and price response. */
final class DemandFacts {
  private static final int SERIES = 6;
  private static final int HISTORIES = 100;
  private static final int HISTORY_WEEKS = 40;
  private static final int PARTS_WEEKS = 52;
  private static final int ITEMS = 15;
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  private final Optional<SalesHistory> sales;
  private final Map<String, String> descriptions = new HashMap<>();

  DemandFacts(Optional<SalesHistory> sales) {
    this.sales = sales;
    sales.ifPresent(
        s ->
            s.items(SalesQuery.all())
                .forEach(item -> descriptions.put(item.sku().value(), item.description())));
  }

  void forecasts(
      ObjectNode facts, ArrayNode provenance, ForecastRun run, Optional<BacktestReport> report) {
    ObjectNode node = facts.putObject("forecasts");
    node.put("id", run.id());
    node.put("count", run.forecast().seriesList().size());
    Nodes.reasons(node, "reasons", run.reasons());
    ArrayNode backtest = node.putArray("backtest");
    for (BacktestScore score : run.backtest()) {
      ObjectNode s = backtest.addObject();
      s.put("strategy", score.strategy());
      s.put("series", score.series());
      s.put("origins", score.origins());
      s.put("horizon", score.horizon());
      Nodes.number(s, "wape", score.wape());
      Nodes.number(s, "wapeRatio", score.wapeRatio());
      Nodes.number(s, "mase", score.mase());
      Nodes.number(s, "bias", score.bias());
      Nodes.number(s, "coverage80", score.coverage80());
      Nodes.number(s, "smape", score.smape());
      Nodes.number(s, "pinball", score.pinball());
    }
    report.filter(r -> r.runId().equals(run.id())).ifPresent(r -> compared(node, backtest, r));
    Map<String, Integer> chosen = new TreeMap<>();
    run.chosen().values().forEach(strategy -> chosen.merge(strategy, 1, Integer::sum));
    ObjectNode strategies = node.putObject("chosen");
    chosen.forEach(strategies::put);
    Panel history = sales.map(s -> s.weekly(SalesQuery.all().top(HISTORIES))).orElse(null);
    ArrayNode series = node.putArray("series");
    run.forecast().seriesList().stream()
        .limit(SERIES)
        .forEach(
            forecast -> {
              ObjectNode s = series.addObject();
              s.put("sku", forecast.seriesId());
              s.put("description", description(forecast.seriesId()));
              s.put("method", forecast.method());
              history(s.putArray("history"), history, forecast.seriesId());
              forecast(s.putArray("forecast"), forecast, run);
            });
    Nodes.provenance(provenance, "forecasts", run.forecast().provenance());
  }

  /** Measures that only the comparison knows, and who serves each category. */
  private static void compared(ObjectNode forecasts, ArrayNode backtest, BacktestReport report) {
    for (AccuracyScore score : report.scores()) {
      if (score.group().equals(AccuracyScore.ALL)) {
        for (JsonNode node : backtest) {
          if (node.path("strategy").asText().equals(score.strategy())) {
            score.value(Measure.RMSSE).ifPresent(v -> Nodes.number((ObjectNode) node, "rmsse", v));
            score.value(Measure.MSIS).ifPresent(v -> Nodes.number((ObjectNode) node, "msis", v));
          }
        }
      }
    }
    ArrayNode champions = forecasts.putArray("champions");
    for (Champion champion : report.champions()) {
      ObjectNode c = champions.addObject();
      c.put("group", champion.group());
      c.put("strategy", champion.strategy());
      ArrayNode ranking = c.putArray("ranking");
      for (AccuracyScore score : champion.ranking()) {
        ObjectNode r = ranking.addObject().put("strategy", score.strategy());
        r.put("series", score.series());
        score.value(Measure.WAPE).ifPresent(v -> Nodes.number(r, "wape", v));
      }
    }
  }

  /** What the sales of the articles with the highest revenue are made of. */
  void parts(ObjectNode facts, ArrayNode provenance, Decomposition decomposition) {
    ObjectNode node = facts.putObject("decomposition");
    node.put("count", decomposition.parts().size());
    Nodes.reasons(node, "reasons", decomposition.notes());
    ArrayNode series = node.putArray("series");
    decomposition.parts().stream()
        .limit(SERIES)
        .forEach(parts -> parts(series.addObject(), decomposition.grid(), parts));
    Nodes.provenance(provenance, "decomposition", decomposition.provenance());
  }

  private void parts(ObjectNode s, TimeGrid grid, DemandParts parts) {
    s.put("sku", parts.seriesId());
    s.put("description", description(parts.seriesId()));
    double[] units = parts.units();
    ArrayNode weeks = s.putArray("weeks");
    for (int i = Math.max(0, units.length - PARTS_WEEKS); i < units.length; i++) {
      ObjectNode week = weeks.addObject();
      week.put("week", grid.dateOf(parts.firstStep() + i).toString());
      Nodes.number(week, "units", units[i]);
      Nodes.number(week, "baseline", parts.baseline()[i]);
      Nodes.number(week, "calendar", parts.calendar()[i]);
      Nodes.number(week, "lift", parts.lift()[i]);
      Nodes.number(week, "dip", parts.dip()[i]);
      if (parts.stockOut()[i]) {
        week.put("stockOut", true);
      }
    }
  }

  void response(ObjectNode facts, ArrayNode provenance, ResponseModel model) {
    ObjectNode node = facts.putObject("response");
    node.put("id", model.id());
    node.put("label", model.label().name());
    Nodes.number(node, "pooledElasticity", model.pooledElasticity());
    Nodes.number(node, "betweenItemDeviation", model.betweenItemDeviation());
    Nodes.number(node, "shareNotIdentified", model.shareNotIdentified());
    node.put("items", model.items().size());
    Map<String, Integer> whyNot = new TreeMap<>();
    for (ItemResponse item : model.items()) {
      item.reason().map(Reason::code).ifPresent(code -> whyNot.merge(code, 1, Integer::sum));
    }
    ObjectNode reasons = node.putObject("whyNotIdentified");
    whyNot.forEach(reasons::put);
    ArrayNode items = node.putArray("identified");
    model.items().stream()
        .filter(ItemResponse::identified)
        .limit(ITEMS)
        .forEach(
            item -> {
              ObjectNode i = items.addObject();
              i.put("sku", item.sku().value());
              i.put("description", description(item.sku().value()));
              Nodes.number(i, "elasticity", item.elasticity());
              Nodes.interval(i, "interval", item.interval());
              i.put("weeks", item.weeks());
              i.put("distinctPrices", item.distinctPrices());
            });
    Nodes.provenance(provenance, "response", model.provenance());
  }

  private String description(String sku) {
    return descriptions.getOrDefault(sku, "");
  }

  private static void history(
      ArrayNode array, @org.jspecify.annotations.Nullable Panel panel, String id) {
    if (panel == null) {
      return;
    }
    panel.seriesList().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .ifPresent(
            (Series s) -> {
              for (int i = Math.max(0, s.length() - HISTORY_WEEKS); i < s.length(); i++) {
                ObjectNode week = array.addObject();
                week.put("week", panel.grid().dateOf(s.firstStep() + i).toString());
                Nodes.number(week, "units", s.value(i));
              }
            });
  }

  private static void forecast(ArrayNode array, SeriesForecast forecast, ForecastRun run) {
    TimeGrid grid = run.forecast().grid();
    int low = level(forecast, LOW);
    int high = level(forecast, HIGH);
    double[] mean = forecast.mean();
    for (int h = 0; h < mean.length; h++) {
      ObjectNode week = array.addObject();
      week.put("week", grid.dateOf(run.forecast().firstStep() + h).toString());
      Nodes.number(week, "mean", mean[h]);
      if (low >= 0 && high >= 0) {
        Nodes.number(week, "low", Math.max(0, forecast.quantile(low)[h]));
        Nodes.number(week, "high", forecast.quantile(high)[h]);
      }
    }
  }

  private static int level(SeriesForecast forecast, double level) {
    double[] levels = forecast.levels();
    for (int i = 0; i < levels.length; i++) {
      if (Math.abs(levels[i] - level) < 1e-9) {
        return i;
      }
    }
    return -1;
  }
}
