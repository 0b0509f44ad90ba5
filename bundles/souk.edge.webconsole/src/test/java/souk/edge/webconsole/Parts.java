package souk.edge.webconsole;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.demand.api.Decomposition;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandParts;
import souk.kernel.api.Progress;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.TimeGrid;

/** One article with a promotion, its dip and a stock-out, for tests of pages. */
public final class Parts implements DemandBaselines {
  private static final int WEEKS = 104;

  private volatile Optional<Decomposition> latest = Optional.empty();

  @Override
  public Decomposition decompose(Panel history, Map<String, String> categories, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Decomposition run(int items, Progress progress) {
    double[] baseline = new double[WEEKS];
    double[] calendar = new double[WEEKS];
    double[] lift = new double[WEEKS];
    double[] dip = new double[WEEKS];
    boolean[] out = new boolean[WEEKS];
    Arrays.fill(baseline, 100);
    Arrays.fill(calendar, 10);
    lift[100] = 80;
    dip[101] = -25;
    out[102] = true;
    double[] units = new double[WEEKS];
    Arrays.setAll(units, week -> out[week] ? 0 : baseline[week] + lift[week] + dip[week]);
    DemandParts parts = new DemandParts("A100", 0, units, baseline, calendar, lift, dip, out);
    Decomposition made =
        new Decomposition(
            new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK),
            List.of(parts),
            List.of(Reason.of("demand.parts", "One week had nothing to sell.")),
            Provenance.builder(Instant.EPOCH, "baseline", "1.0.0").build());
    latest = Optional.of(made);
    return made;
  }

  @Override
  public Optional<Decomposition> latest() {
    return latest;
  }
}
