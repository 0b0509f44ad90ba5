package souk.customer.segmentation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.Segmentation;
import souk.customer.lib.lifetime.LifetimeFit;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.customer.lib.rfm.RfmTable;
import souk.customer.lib.segmentation.ValueClasses;
import souk.customer.lib.value.ValueClass;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** High, ordinary and low value by what each customer is expected to spend within a year. */
@Component(
    property = {
      "souk.role=SegmentationStrategy",
      "souk.strategy=" + LifetimeValue.ID,
      "souk.version=" + LifetimeValue.VERSION,
      "souk.family=value",
      "souk.title=Value classes by lifetime value"
    })
public final class LifetimeValue implements SegmentationStrategy {
  static final String ID = "lifetime-value";
  static final String VERSION = "1.0.0";
  private static final int FEWEST = 30;
  private static final int YEAR = 365;

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task) {
    int customers = SegmentBuilder.table(log, task).size();
    return customers >= FEWEST
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least %d known customers with a purchase".formatted(FEWEST),
                "the purchases hold %d".formatted(customers)));
  }

  @Override
  public Segmentation segment(PurchaseLog log, SegmentationTask task) {
    refuses(log, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("Segmentation by value " + refusal + ".");
            });
    RfmTable table = SegmentBuilder.table(log, task);
    double[] byCustomer = values(log, task);
    double[] worth = new double[table.size()];
    for (int row = 0; row < worth.length; row++) {
      worth[row] = byCustomer[table.customer(row)];
    }
    int[] group = ValueClasses.of(worth);
    List<String> ids = IntStream.of(group).mapToObj(g -> ValueClass.values()[g].id()).toList();
    SegmentBuilder builder = new SegmentBuilder(log, table, task, ids);
    return new Segmentation(
        builder.segments(id -> List.of()),
        builder.memberships(),
        Double.NaN,
        Provenance.builder(task.now(), ID, VERSION)
            .option("until", task.until())
            .option("daysAhead", YEAR)
            .option("model", PurchaseModel.PARETO_NBD.id())
            .seed(task.seed())
            .inputFingerprint(table.fingerprint())
            .build());
  }

  /** Expected spend within a year by number of the customer; 0 for who never bought. */
  private static double[] values(PurchaseLog log, SegmentationTask task) {
    long until = task.until().toEpochDay();
    int[] rows =
        IntStream.range(0, log.rows())
            .filter(row -> log.customer(row) >= 0 && log.epochDay(row) < until)
            .toArray();
    PurchaseDays days =
        PurchaseDays.of(
            log.customers().size(),
            IntStream.of(rows).map(log::customer).toArray(),
            IntStream.of(rows).map(log::epochDay).toArray(),
            IntStream.of(rows).mapToDouble(log::amountMinor).toArray());
    LifetimeFit fit =
        LifetimeFit.of(
            days, (int) until - 1, YEAR, Optional.of(PurchaseModel.PARETO_NBD), task.seed());
    double[] values = new double[log.customers().size()];
    for (int i = 0; i < fit.histories().size(); i++) {
      values[fit.histories().customer(i)] = fit.value(i);
    }
    return values;
  }
}
