package souk.demand.core;

import java.util.LinkedHashMap;
import java.util.Map;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.demand.api.ForecastRequest;
import souk.kernel.api.Progress;
import souk.model.Panel;

/**
 * The loaded weekly sales.
 *
 * @param panel without covariates: what will be paid in the future is not known
 * @param priced with prices
 * @param categories category per article that has one
 */
record LoadedPanel(Panel panel, Panel priced, Map<String, String> categories) {
  static LoadedPanel of(SalesHistory sales, ForecastRequest request, Progress progress) {
    progress.report(0, 0, "Reading weekly sales");
    SalesQuery query =
        SalesQuery.all().top(request.items()).withSimulated(request.includeSimulated());
    Panel priced = sales.weekly(query);
    if (priced.seriesList().isEmpty()) {
      throw new IllegalStateException(
          "There are no weekly sales to forecast.\nMaybe no file was loaded yet, or less than one whole week.");
    }
    Map<String, String> categories = new LinkedHashMap<>();
    sales
        .items(query)
        .forEach(
            item -> item.category().ifPresent(name -> categories.put(item.sku().value(), name)));
    return new LoadedPanel(Panels.withoutCovariates(priced), priced, categories);
  }
}
