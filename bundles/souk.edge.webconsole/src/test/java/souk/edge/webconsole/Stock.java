package souk.edge.webconsole;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import souk.data.api.DataQuality;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.Loads;
import souk.data.api.QualityFinding;
import souk.data.api.QuarantinedRow;
import souk.kernel.api.Progress;
import souk.model.Reason;

/** One load with 120 rows set aside, for tests of pages. */
public final class Stock implements Loads, DataQuality {
  private static final int ASIDE = 120;
  private static final LoadReport LOAD =
      new LoadReport(
          "L-1",
          "/data/<shop>.csv",
          "f",
          Instant.EPOCH,
          1_200,
          1_000,
          870,
          10,
          ASIDE,
          3,
          Map.of("row.not-a-number", 100L, "row.strange", 20L),
          Map.of("returns", 5L),
          "GBP",
          new BigDecimal("1000.005"),
          new BigDecimal("900.00"),
          new BigDecimal("100.00"),
          new BigDecimal("0.005"));

  @Override
  public LoadReport load(LoadRequest request, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<LoadReport> find(String id) {
    return Optional.of(LOAD).filter(l -> l.loadId().equals(id));
  }

  @Override
  public List<QuarantinedRow> quarantine(String loadId, long offset, int limit) {
    return LongStream.range(offset, Math.min(ASIDE, offset + limit))
        .mapToObj(
            row ->
                new QuarantinedRow(
                    loadId,
                    row + 2,
                    "quantity",
                    "=1+" + row,
                    "row.not-a-number",
                    "<i>This</i> is no number.",
                    "536365,\"x\""))
        .toList();
  }

  @Override
  public List<QualityFinding> findings() {
    return List.of(
        new QualityFinding("quality.returns", "info", 5, 0.005, Reason.of("q", "Returns.")));
  }

  @Override
  public List<LoadReport> list() {
    return List.of(LOAD);
  }
}
