package souk.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Series on one grid with covariates that are known in advance (price, promotion, holiday). A
 * covariate belongs to a series by id and may run on into the future; its values are aligned by
 * grid step, not by position. Immutable, safe for use by many threads.
 */
public final class Panel {
  private final TimeGrid grid;
  private final List<Series> seriesList;
  private final Map<String, Map<String, Series>> covariates;

  private Panel(Builder builder) {
    this.grid = builder.grid;
    this.seriesList = List.copyOf(builder.seriesList);
    Map<String, Map<String, Series>> copy = new LinkedHashMap<>();
    builder.covariates.forEach((name, bySeries) -> copy.put(name, Map.copyOf(bySeries)));
    this.covariates = java.util.Collections.unmodifiableMap(copy);
  }

  public static Builder builder(TimeGrid grid) {
    return new Builder(grid);
  }

  public TimeGrid grid() {
    return grid;
  }

  /** In the order in which they were added. */
  public List<Series> seriesList() {
    return seriesList;
  }

  public List<String> covariateNames() {
    return List.copyOf(covariates.keySet());
  }

  /** The covariate of one series, or empty if it was not given for it. */
  public Optional<Series> covariate(String name, String seriesId) {
    Map<String, Series> bySeries = covariates.get(name);
    return bySeries == null ? Optional.empty() : Optional.ofNullable(bySeries.get(seriesId));
  }

  /** Collects series and covariates; not safe for use by many threads. */
  public static final class Builder {
    private final TimeGrid grid;
    private final List<Series> seriesList = new ArrayList<>();
    private final Map<String, Map<String, Series>> covariates = new LinkedHashMap<>();
    private final java.util.Set<String> ids = new java.util.HashSet<>();

    private Builder(TimeGrid grid) {
      this.grid = grid;
    }

    /**
     * @throws IllegalArgumentException if the id is already there
     */
    public Builder add(Series series) {
      if (!ids.add(series.id())) {
        throw new IllegalArgumentException("Series " + series.id() + " was given twice.");
      }
      seriesList.add(series);
      return this;
    }

    /** Adds a covariate for the series whose id the values carry. */
    public Builder covariate(String name, Series values) {
      covariates.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(values.id(), values);
      return this;
    }

    public Panel build() {
      return new Panel(this);
    }
  }
}
