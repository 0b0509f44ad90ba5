package souk.demand.api;

import java.util.List;

/**
 * A future to forecast under.
 *
 * @param name for people
 * @param changes in the order in which they are made; none for the future as it is planned
 */
public record Scenario(String name, List<CovariateChange> changes) {
  public Scenario {
    changes = List.copyOf(changes);
  }
}
