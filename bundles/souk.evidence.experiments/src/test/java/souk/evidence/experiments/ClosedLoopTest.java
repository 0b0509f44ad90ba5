package souk.evidence.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.SimulationRequest;
import souk.evidence.api.SimulationRun;
import souk.evidence.api.UnitKind;
import souk.evidence.api.UnitOutcome;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.model.EvidenceLabel;

class ClosedLoopTest {
  private final World world = new World();

  @Test
  void aPricePlanIsHeldOutByArticleAndOnlyWhereItChangesAPrice() {
    Experiment e = world.experiments.design("P-1", 0.2, 7);
    assertEquals(UnitKind.SKU, e.unit());
    assertEquals(50, e.treatment().size() + e.control().size());
    assertEquals(10, e.control().size());
    assertFalse(e.treatment().contains("S55"));
    assertEquals(Set.copyOf(e.strata().keySet()), union(e));
  }

  @Test
  void aPromotionPlanIsHeldOutByCustomerOfItsSegmentAndTagsThem() {
    Experiment e = world.experiments.design("P-2", 0.3, 7);
    assertEquals(UnitKind.CUSTOMER, e.unit());
    assertEquals(100, union(e).size());
    assertEquals(30, e.control().size());
    CustomerKey held = new CustomerKey(e.control().iterator().next());
    assertEquals(List.of("experiment:E-1:control"), world.experiments.audienceOf(held));
    assertEquals(List.of(), world.experiments.audienceOf(new CustomerKey("C1")));
  }

  @Test
  void assignmentsSurviveARestartAndDependOnSeedAndPlan() {
    Experiment e = world.experiments.design("P-1", 0.2, 7);
    world.restart();
    assertEquals(e, world.experiments.find("E-1").orElseThrow());
    assertEquals(e.control(), world.experiments.design("P-1", 0.2, 7).control());
    assertNotEquals(e.control(), world.experiments.design("P-1", 0.2, 8).control());
    assertEquals(
        List.of("E-3", "E-2", "E-1"),
        world.experiments.list().stream().map(Experiment::id).toList());
    Experiment customers = world.experiments.design("P-2", 0.2, 7);
    world.restart();
    CustomerKey held = new CustomerKey(customers.control().iterator().next());
    assertEquals(List.of("experiment:E-4:control"), world.experiments.audienceOf(held));
  }

  @Test
  void theEffectOfLowerPricesIsFoundWithinItsInterval() {
    Experiment e = world.experiments.design("P-1", 0.4, 7);
    e.treatment().forEach(sku -> world.priceMinor.put(sku, 450L));
    SimulationRun run = simulate("E-1", 8, 1);
    List<EffectEstimate> effects = world.experiments.evaluate("E-1", Progress.none());
    EffectEstimate units = metric(effects, "units");
    EffectEstimate profit = metric(effects, "profit");
    double controlUnits = controlMean(run, "units");
    // Units rise by 0.9^-3; profit per article goes from 2.50 u to 2.00 · 0.9^-3 u.
    double lift = Math.pow(0.9, World.ELASTICITY);
    assertTrue(units.interval().contains(controlUnits * (lift - 1)), units.toString());
    assertTrue(profit.interval().contains(controlUnits * (2.00 * lift - 2.50)), "profit");
    assertTrue(units.interval().low() > 0, "a rise of 37 % is seen");
    assertEquals(EvidenceLabel.SIMULATED, profit.label());
    assertEquals(30, profit.treated());
    assertEquals(effects.size(), world.experiments.effects().size());
    world.restart();
    EffectEstimate kept = world.experiments.effects().get(0);
    assertEquals(effects.get(0).perUnit(), kept.perUnit());
    assertEquals(effects.get(0).notes(), kept.notes());
    assertEquals(EvidenceLabel.SIMULATED, world.experiments.find("E-1").orElseThrow().label());
  }

  @Test
  void theEffectOfAnOfferIsFoundAmongThoseWhoGetIt() {
    world.experiments.design("P-2", 0.5, 7);
    world.discountTag = "experiment:E-1:treatment";
    SimulationRun run = simulate("E-1", 8, 2);
    List<EffectEstimate> effects = world.experiments.evaluate("E-1", Progress.none());
    EffectEstimate units = metric(effects, "units");
    double lift = Math.pow(0.9, World.ELASTICITY) * 1.1;
    assertTrue(units.interval().contains(controlMean(run, "units") * (lift - 1)), units.toString());
    assertTrue(units.interval().low() > 0);
  }

  @Test
  void withoutAnyChangeTheIntervalHoldsZero() {
    world.experiments.design("P-1", 0.4, 7);
    simulate("E-1", 8, 3);
    for (EffectEstimate e : world.experiments.evaluate("E-1", Progress.none())) {
      assertTrue(e.interval().contains(0), e.metric());
    }
  }

  @Test
  void bothExperimentsOfARoundSeeTheSameWeeksAndAreBothFound() {
    Experiment prices = world.experiments.design("P-1", 0.4, 7);
    world.experiments.design("P-2", 0.5, 7);
    prices.treatment().forEach(sku -> world.priceMinor.put(sku, 450L));
    world.discountTag = "experiment:E-2:treatment";
    SimulationRun one = simulate("E-1", 8, 4);
    SimulationRun two = simulate("E-2", 8, 4);
    assertEquals(one.firstWeek(), two.firstWeek());
    assertEquals(one.revenue(), two.revenue());
    assertEquals(1, world.simulated.size());
    double lift = Math.pow(0.9, World.ELASTICITY);
    EffectEstimate price = metric(world.experiments.evaluate("E-1", Progress.none()), "units");
    EffectEstimate offer = metric(world.experiments.evaluate("E-2", Progress.none()), "units");
    assertTrue(price.interval().contains(controlMean(one, "units") * (lift - 1)), "price");
    assertTrue(offer.interval().contains(controlMean(two, "units") * (lift * 1.1 - 1)), "offer");
  }

  @Test
  void aSecondRoundFollowsTheFirstOnTheSameMarket() {
    world.experiments.design("P-1", 0.4, 7);
    SimulationRun first = simulate("E-1", 4, 5);
    // A refit with simulated weeks replaces the latest response; the market keeps its truth.
    world.response = World.response("R-refit", EvidenceLabel.SIMULATED, -0.2);
    world.restart();
    world.experiments.design("P-1", 0.4, 8);
    world
        .experiments
        .find("E-2")
        .orElseThrow()
        .treatment()
        .forEach(sku -> world.priceMinor.put(sku, 450L));
    SimulationRun second = simulate("E-2", 4, 5);
    assertEquals(first.firstWeek().plusWeeks(4), second.firstWeek());
    assertEquals("R-obs", second.provenance().options().get("response"));
    assertTrue(second.units() > 1.1 * first.units(), "demand answers by −3, not by −0.2");
    assertEquals(2, world.simulated.size());
    assertEquals("R-2", world.simulations.list().get(0).id());
    IllegalStateException conflict =
        assertThrows(IllegalStateException.class, () -> simulate("E-1", 8, 5));
    assertTrue(conflict.getMessage().contains("R-2"));
    double before = second.outcomes().get("units").stream().mapToDouble(UnitOutcome::before).sum();
    assertTrue(before > 0);
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    world.experiments.design("P-1", 0.4, 7);
    SimulationRun one = simulate("E-1", 3, 9);
    SimulationRun two = simulate("E-1", 3, 9);
    assertEquals(one.outcomes(), two.outcomes());
    assertEquals(one.outcomes(), world.simulations.find("R-1").orElseThrow().outcomes());
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThrows(IllegalArgumentException.class, () -> world.experiments.design("P-9", 0.2, 1));
    assertThrows(IllegalArgumentException.class, () -> simulate("E-9", 2, 1));
    world.experiments.design("P-1", 0.2, 1);
    IllegalStateException early =
        assertThrows(
            IllegalStateException.class, () -> world.experiments.evaluate("E-1", Progress.none()));
    assertTrue(early.getMessage().contains("Maybe simulate"));
    world.response = World.response("R-refit", EvidenceLabel.SIMULATED, -0.2);
    IllegalStateException unfitted =
        assertThrows(IllegalStateException.class, () -> simulate("E-1", 2, 1));
    assertTrue(unfitted.getMessage().contains("observed"));
  }

  private SimulationRun simulate(String experiment, int weeks, long seed) {
    return world.simulations.run(new SimulationRequest(experiment, weeks, seed), Progress.none());
  }

  private static EffectEstimate metric(List<EffectEstimate> effects, String metric) {
    return effects.stream().filter(e -> e.metric().equals(metric)).findFirst().orElseThrow();
  }

  private static double controlMean(SimulationRun run, String metric) {
    return run.outcomes().get(metric).stream()
        .filter(o -> !o.treated())
        .mapToDouble(UnitOutcome::after)
        .average()
        .orElseThrow();
  }

  private static Set<String> union(Experiment e) {
    Set<String> all = new HashSet<>(e.treatment());
    all.addAll(e.control());
    return all;
  }
}
