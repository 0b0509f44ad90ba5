package souk.evidence.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import souk.model.Money;
import souk.model.Provenance;

/**
 * Simulated sales. Every figure of it is simulated.
 *
 * @param id names the run
 * @param experimentId experiment whose units were followed
 * @param firstWeek Monday of the first simulated week
 * @param weeks weeks simulated
 * @param units units sold
 * @param revenue revenue after offers
 * @param profit profit after offers at the known or assumed costs
 * @param quotes carts that were quoted by the offer engine
 * @param outcomes per metric, what each unit did
 * @param provenance where it came from
 */
public record SimulationRun(
    String id,
    String experimentId,
    LocalDate firstWeek,
    int weeks,
    double units,
    Money revenue,
    Money profit,
    long quotes,
    Map<String, List<UnitOutcome>> outcomes,
    Provenance provenance) {
  public SimulationRun {
    outcomes = Map.copyOf(outcomes);
  }
}
