package souk.evidence.experiments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.data.api.SimulatedWeek;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.model.Sku;

/** Simulated sales checked and summed. */
final class Simulation {
  private Simulation() {}

  /** What is wrong with the answer of a simulator, if anything. */
  static Optional<String> complaint(SimulatedSales sales, SimulationTask task) {
    for (SimulatedSales.Line line : sales.lines()) {
      if (line.week() < 0 || line.week() >= task.weeks()) {
        return Optional.of("a sale in week %d of %d".formatted(line.week(), task.weeks()));
      }
      if (!Double.isFinite(line.quantity()) || line.quantity() <= 0 || line.netMinor() < 0) {
        return Optional.of("a sale of %s units for %d".formatted(line.quantity(), line.netMinor()));
      }
    }
    return Optional.empty();
  }

  /** One row per article and week with sales. */
  static List<SimulatedWeek> weeks(SimulatedSales sales, LocalDate firstWeek) {
    Map<String, double[]> sums = new TreeMap<>();
    for (SimulatedSales.Line line : sales.lines()) {
      double[] sum = sums.computeIfAbsent(line.week() + " " + line.sku(), k -> new double[2]);
      sum[0] += line.quantity();
      sum[1] += line.netMinor();
    }
    List<SimulatedWeek> weeks = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          int space = key.indexOf(' ');
          LocalDate week = firstWeek.plusWeeks(Integer.parseInt(key.substring(0, space)));
          weeks.add(
              new SimulatedWeek(new Sku(key.substring(space + 1)), week, sum[0], sum[1] / sum[0]));
        });
    return weeks;
  }
}
