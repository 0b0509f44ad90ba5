package souk.edge.webconsole.forecasts;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.demand.api.ForecastRun;
import souk.demand.api.SeriesForecast;
import souk.model.Panel;
import souk.model.Series;

/**
 * What was sold of the articles of a forecast, and what they are called. Kept as long as memory
 * allows and the run and the loaded sales stay the same. Safe for use by many threads.
 */
final class Histories {
  private record Key(String run, Optional<SalesSummary> sales) {}

  /**
   * What is known of the articles of one run.
   *
   * @param weekly sold units by series
   * @param items articles by SKU, in the order of the run
   */
  record Known(Panel weekly, Map<String, Item> items) {
    Optional<Series> series(String id) {
      return weekly.seriesList().stream().filter(series -> series.id().equals(id)).findFirst();
    }

    /** What the article is called; empty if it has no name. */
    String name(String id) {
      return Optional.ofNullable(items.get(id)).map(Item::description).orElse("");
    }

    Optional<String> category(String id) {
      return Optional.ofNullable(items.get(id)).flatMap(Item::category);
    }

    List<String> categories() {
      return items.values().stream()
          .flatMap(item -> item.category().stream())
          .distinct()
          .sorted()
          .toList();
    }
  }

  private final SalesHistory sales;
  private Optional<Key> key = Optional.empty();
  private SoftReference<Known> kept = new SoftReference<>(null);

  Histories(SalesHistory sales) {
    this.sales = sales;
  }

  synchronized Known of(ForecastRun run) {
    Optional<Key> wanted = Optional.of(new Key(run.id(), sales.summary()));
    Known known = wanted.equals(key) ? kept.get() : null;
    if (known == null) {
      known = read(run);
      key = wanted;
      kept = new SoftReference<>(known);
    }
    return known;
  }

  private Known read(ForecastRun run) {
    List<String> ids = run.forecast().seriesList().stream().map(SeriesForecast::seriesId).toList();
    boolean simulated =
        Boolean.parseBoolean(
            run.forecast().provenance().options().getOrDefault("includeSimulated", "false"));
    SalesQuery query = SalesQuery.all().withSimulated(simulated);
    Panel panel = sales.weekly(query.top(ids.size()));
    List<String> there = panel.seriesList().stream().map(Series::id).toList();
    // Sales that were loaded later may have changed the order of articles.
    if (!new java.util.HashSet<>(there).containsAll(ids)) {
      panel = sales.weekly(query);
    }
    Map<String, Item> all = new LinkedHashMap<>();
    sales.items(SalesQuery.all()).forEach(item -> all.put(item.sku().value(), item));
    Map<String, Item> items = new LinkedHashMap<>();
    Panel.Builder wanted = Panel.builder(panel.grid());
    Map<String, Series> bySeries = new LinkedHashMap<>();
    panel.seriesList().forEach(series -> bySeries.put(series.id(), series));
    List<String> named = new ArrayList<>(ids);
    named.forEach(
        id -> {
          Optional.ofNullable(bySeries.get(id)).ifPresent(wanted::add);
          Optional.ofNullable(all.get(id)).ifPresent(item -> items.put(id, item));
        });
    return new Known(wanted.build(), items);
  }
}
