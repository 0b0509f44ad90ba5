package souk.evidence.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.evidence.spi.MarketSimulator;
import souk.evidence.spi.MarketState;
import souk.evidence.spi.ShopFront;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.kernel.api.Progress;
import souk.model.Provenance;
import souk.model.Refusal;

class MarketSimulatorProbeTest {
  private final MarketSimulatorProbe probe = new MarketSimulatorProbe();

  @Test
  void ourMarketPasses() {
    assertEquals(Optional.empty(), probe.probe(World.market()));
  }

  @Test
  void aMarketThatSellsNothingFails() {
    MarketSimulator empty =
        new MarketSimulator() {
          @Override
          public Optional<Refusal> refuses(MarketState state, SimulationTask task) {
            return Optional.empty();
          }

          @Override
          public SimulatedSales simulate(
              MarketState state, ShopFront shop, SimulationTask task, Progress progress) {
            return new SimulatedSales(
                state.until(),
                List.of(),
                0,
                Provenance.builder(task.now(), "empty", "1.0.0").build());
          }
        };
    assertTrue(probe.probe(empty).isPresent());
  }
}
