package souk.demand.api;

import java.util.List;
import java.util.Optional;
import souk.model.Provenance;
import souk.model.TimeGrid;

/**
 * Forecasts of the series of a panel. Immutable.
 *
 * @param grid grid of the panel
 * @param firstStep grid step of the first forecast value of the series that ends last; a series
 *     that ends earlier is forecast from its own end on
 * @param seriesList in the order of the panel
 * @param provenance where it came from
 */
public record DemandForecast(
    TimeGrid grid, int firstStep, List<SeriesForecast> seriesList, Provenance provenance) {
  public DemandForecast {
    seriesList = List.copyOf(seriesList);
  }

  public Optional<SeriesForecast> series(String seriesId) {
    return seriesList.stream().filter(s -> s.seriesId().equals(seriesId)).findFirst();
  }
}
