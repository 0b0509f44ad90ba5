package souk.evidence.experiments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import souk.customer.api.Segments;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.demand.api.DemandModels;
import souk.demand.api.ResponseModel;
import souk.evidence.spi.MarketState;
import souk.model.EvidenceLabel;
import souk.model.Panel;
import souk.model.Series;

/**
 * Reads what a market is fitted on. Only observed weeks and a response fitted on observed weeks
 * count: a market fitted on its own sales would drift from round to round.
 */
final class MarketReader {
  private final SalesHistory sales;
  private final DemandModels models;
  private final Segments segments;
  private final EvidenceStore store;

  MarketReader(SalesHistory sales, DemandModels models, Segments segments, EvidenceStore store) {
    this.sales = sales;
    this.models = models;
    this.segments = segments;
    this.store = store;
  }

  /**
   * @throws IllegalStateException if nothing is loaded or no response was fitted on observed sales
   */
  MarketState read() {
    if (sales.summary().isEmpty()) {
      throw new IllegalStateException(
          "A simulation needs sales, but nothing is loaded.\nMaybe load a file first.");
    }
    ResponseModel response = observedResponse();
    Set<String> skus = new HashSet<>();
    response.items().forEach(i -> skus.add(i.sku().value()));
    Panel all = sales.weekly(SalesQuery.all());
    Map<String, String> segmentByCustomer = new HashMap<>();
    segments
        .latest()
        .ifPresent(
            run ->
                run.segmentation()
                    .memberships()
                    .forEach(
                        (customer, segment) -> segmentByCustomer.put(customer.value(), segment)));
    return new MarketState(
        only(all, skus),
        sales.purchases(SalesQuery.all()),
        response,
        segmentByCustomer,
        until(all));
  }

  /** The latest response fitted on observed sales; kept, since a refit replaces the latest one. */
  private ResponseModel observedResponse() {
    ResponseModel latest = models.latest().orElse(null);
    if (latest != null && latest.label() == EvidenceLabel.OBSERVED) {
      if (store.response().map(kept -> !kept.id().equals(latest.id())).orElse(true)) {
        store.keepResponse(latest);
      }
      return latest;
    }
    return store
        .response()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A simulation needs a price response fitted on observed sales, but there is none.\nMaybe run the response estimation without simulated weeks first."));
  }

  private static Panel only(Panel all, Set<String> skus) {
    Panel.Builder some = Panel.builder(all.grid());
    for (Series series : all.seriesList()) {
      if (skus.contains(series.id())) {
        some.add(series);
        all.covariate(SalesHistory.PRICE, series.id())
            .ifPresent(price -> some.covariate(SalesHistory.PRICE, price));
      }
    }
    return some.build();
  }

  private static LocalDate until(Panel panel) {
    int step = panel.seriesList().stream().mapToInt(Series::untilStep).max().orElse(0);
    return panel.grid().dateOf(step);
  }
}
