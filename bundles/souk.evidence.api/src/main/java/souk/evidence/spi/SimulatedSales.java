package souk.evidence.spi;

import java.time.LocalDate;
import java.util.List;
import souk.model.Provenance;

/**
 * What simulated customers bought.
 *
 * @param firstWeek Monday of the first week
 * @param lines one per quoted cart line
 * @param quotes carts quoted
 * @param provenance where it came from
 */
public record SimulatedSales(
    LocalDate firstWeek, List<Line> lines, long quotes, Provenance provenance) {
  public SimulatedSales {
    lines = List.copyOf(lines);
  }

  /**
   * One bought cart line.
   *
   * @param week 0-based
   * @param customer customer key, or empty text for an anonymous customer
   * @param sku the article
   * @param quantity units
   * @param netMinor paid for the line, in minor units
   */
  public record Line(int week, String customer, String sku, double quantity, long netMinor) {}
}
