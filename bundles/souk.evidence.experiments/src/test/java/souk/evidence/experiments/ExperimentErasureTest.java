package souk.evidence.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.evidence.api.Experiment;
import souk.evidence.api.SimulationRun;
import souk.evidence.api.UnitKind;
import souk.evidence.api.UnitOutcome;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Provenance;
import souk.testkit.InMemoryDocuments;

/** Customers leave experiments on customers; an article of the same name stays in its own. */
class ExperimentErasureTest {
  private static final Money NOTHING = Money.zero(Currency.getInstance("GBP"));
  private final EvidenceStore store =
      new EvidenceStore(new InMemoryDocuments(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));

  @Test
  void assignmentAndOutcomesForgetTheCustomer() {
    keep(UnitKind.CUSTOMER);
    keep(UnitKind.SKU);
    assertArrayEquals(new long[] {2, 1}, store.forget("15036"));
    assertArrayEquals(new long[] {0, 0}, store.forget("15036"));
    Experiment customers = store.experiment("E-1").orElseThrow();
    assertEquals(Set.of("17850"), customers.treatment());
    assertEquals(Set.of("12345"), customers.control());
    assertEquals(
        List.of(new UnitOutcome("12345", false, 1, 2), new UnitOutcome("17850", true, 5, 6)),
        store.run("R-1").orElseThrow().outcomes().get("revenue"));
    assertEquals(Set.of("15036", "17850"), store.experiment("E-2").orElseThrow().treatment());
    assertEquals(3, store.run("R-2").orElseThrow().outcomes().get("revenue").size());
  }

  private void keep(UnitKind kind) {
    Experiment experiment =
        store.create(
            id ->
                new Experiment(
                    id,
                    "P-1",
                    kind,
                    0.3,
                    1,
                    Set.of("15036", "17850"),
                    Set.of("12345"),
                    Map.of("15036", 1),
                    Instant.EPOCH,
                    EvidenceLabel.RANDOMISED));
    store.create(
        id ->
            new SimulationRun(
                id,
                experiment.id(),
                LocalDate.EPOCH,
                1,
                1,
                NOTHING,
                NOTHING,
                1,
                Map.of(
                    "revenue",
                    List.of(
                        new UnitOutcome("12345", false, 1, 2),
                        new UnitOutcome("15036", true, 3, 4),
                        new UnitOutcome("17850", true, 5, 6))),
                Provenance.builder(Instant.EPOCH, "s", "1.0.0").build()),
        experiment);
  }
}
