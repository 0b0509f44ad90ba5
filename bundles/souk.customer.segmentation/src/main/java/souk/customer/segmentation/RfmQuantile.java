package souk.customer.segmentation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import souk.customer.api.Segmentation;
import souk.customer.lib.rfm.RfmScores;
import souk.customer.lib.rfm.RfmTable;
import souk.customer.spi.SegmentationStrategy;
import souk.customer.spi.SegmentationTask;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Refusal;

/** Ten named classes by quintiles of recency, frequency and spend. Needs nothing else. */
@Component(
    property = {
      "souk.role=SegmentationStrategy",
      "souk.strategy=" + RfmQuantile.ID,
      "souk.version=" + RfmQuantile.VERSION,
      "souk.builtin:Boolean=true",
      "souk.family=rfm",
      "souk.title=RFM quantiles"
    })
public final class RfmQuantile implements SegmentationStrategy {
  static final String ID = "rfm-quantile";
  static final String VERSION = "1.0.0";

  @Override
  public Optional<Refusal> refuses(PurchaseLog log, SegmentationTask task) {
    return refusal(SegmentBuilder.table(log, task));
  }

  @Override
  public Segmentation segment(PurchaseLog log, SegmentationTask task) {
    RfmTable table = SegmentBuilder.table(log, task);
    refusal(table)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException("RFM segmentation " + refusal + ".");
            });
    RfmScores scores = RfmScores.of(table);
    List<String> ids =
        IntStream.range(0, table.size()).mapToObj(row -> scores.rfmClass(row).id()).toList();
    SegmentBuilder builder = new SegmentBuilder(log, table, task, ids);
    return new Segmentation(
        builder.segments(id -> List.of()),
        builder.memberships(),
        Double.NaN,
        Provenance.builder(task.now(), ID, VERSION)
            .option("until", task.until())
            .seed(task.seed())
            .inputFingerprint(table.fingerprint())
            .build());
  }

  private static Optional<Refusal> refusal(RfmTable table) {
    return table.size() > 0
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "at least 1 known customer with a purchase before the date",
                "the purchases hold none"));
  }
}
