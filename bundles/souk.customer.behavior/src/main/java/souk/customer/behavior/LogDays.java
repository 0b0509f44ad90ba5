package souk.customer.behavior;

import java.util.Optional;
import java.util.stream.IntStream;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.spi.BehaviorTask;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** The purchases of known customers before the day of a task; amounts in minor units. */
final class LogDays {
  private LogDays() {}

  static PurchaseDays of(PurchaseLog log, BehaviorTask task) {
    long until = task.until().toEpochDay();
    int[] rows =
        IntStream.range(0, log.rows())
            .filter(row -> log.customer(row) >= 0 && log.epochDay(row) < until)
            .toArray();
    return PurchaseDays.of(
        log.customers().size(),
        IntStream.of(rows).map(log::customer).toArray(),
        IntStream.of(rows).map(log::epochDay).toArray(),
        IntStream.of(rows).mapToDouble(log::amountMinor).toArray());
  }

  /** Last day that is looked at. */
  static int lastDay(BehaviorTask task) {
    return (int) task.until().toEpochDay() - 1;
  }

  static Optional<Refusal> fewerThan(int fewest, PurchaseLog log, BehaviorTask task) {
    int customers = Histories.at(of(log, task), lastDay(task)).size();
    return customers >= fewest
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least %d known customers with a purchase before the date".formatted(fewest),
                "the purchases hold %d".formatted(customers)));
  }
}
