package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.demand.api.DemandForecast;
import souk.demand.lib.ets.AutomaticEts;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Refusal;

/** Self-tests let honest strategies pass and name what is wrong with the others. */
class ProbesTest {
  private final ForecasterProbe probe = new ForecasterProbe();

  @Test
  void anHonestForecasterPasses() {
    assertEquals(
        Optional.empty(), probe.probe(new SupportingCast.Method("ets", new AutomaticEts())));
  }

  @Test
  void aForecasterThatRefusesOrdinarySeriesFails() {
    String complaint =
        probe
            .probe(new SupportingCast.Method("no", (y, r) -> new ForecastRefusal("9", "1")))
            .orElseThrow();
    assertTrue(complaint.contains("60 weeks"), complaint);
  }

  @Test
  void aForecasterThatForgetsSeriesFails() {
    Forecaster honest = new SupportingCast.Method("ets", new AutomaticEts());
    Forecaster forgetful =
        new Forecaster() {
          @Override
          public Optional<Refusal> refuses(Panel history, ForecastTask task) {
            return Optional.empty();
          }

          @Override
          public DemandForecast forecast(Panel history, ForecastTask task) {
            DemandForecast all = honest.forecast(history, task);
            return new DemandForecast(
                all.grid(), 0, all.seriesList().subList(0, 1), all.provenance());
          }
        };
    assertEquals(Optional.of("1 forecasts for 2 series"), probe.probe(forgetful));
  }

  @Test
  void anEstimatorMustFindThePlantedElasticity() {
    assertEquals(Optional.empty(), new EstimatorProbe().probe(new WarehouseModelsTest.Plain()));
    assertTrue(new EstimatorProbe().probe("text").orElseThrow().contains("java.lang.String"));
  }
}
