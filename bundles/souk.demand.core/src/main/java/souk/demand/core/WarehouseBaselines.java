package souk.demand.core;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Documents;
import souk.data.api.SalesHistory;
import souk.demand.api.Decomposition;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandParts;
import souk.demand.api.ForecastRequest;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;

/** Takes sales apart; that of the loaded sales is kept in the journal. */
@Component
public final class WarehouseBaselines implements DemandBaselines {
  private static final String KIND = "demand-baseline";

  private final SalesHistory sales;
  private final Documents documents;
  private final Clock clock;
  private final DecompositionJson json = new DecompositionJson();
  private final LatestDocument<Decomposition> latest;

  @Activate
  public WarehouseBaselines(@Reference SalesHistory sales, @Reference Documents documents) {
    this(sales, documents, Clock.systemUTC());
  }

  WarehouseBaselines(SalesHistory sales, Documents documents, Clock clock) {
    this.sales = sales;
    this.documents = documents;
    this.clock = clock;
    this.latest = new LatestDocument<>(documents, KIND, json::read);
  }

  @Override
  public Decomposition decompose(Panel history, Map<String, String> categories, Progress progress) {
    progress.report(0, 1, "Taking " + history.seriesList().size() + " series apart");
    progress.throwIfCancelled();
    PartsReader reader = new PartsReader(history);
    List<DemandParts> parts = reader.parts(categories);
    progress.report(1, 1, "Done");
    Provenance provenance =
        Provenance.builder(clock.instant(), "promotion-baseline", "1.0.0")
            .option("promotions", String.join(", ", reader.promotions()))
            .inputFingerprint(Panels.fingerprint(history))
            .build();
    return new Decomposition(history.grid(), parts, List.of(summary(parts)), provenance);
  }

  private static Reason summary(List<DemandParts> parts) {
    Map<String, Double> sums = new LinkedHashMap<>();
    long steps = 0;
    long out = 0;
    for (DemandParts one : parts) {
      add(sums, "units", one.units());
      add(sums, "baseline", one.baseline());
      add(sums, "lift", one.lift());
      add(sums, "dip", one.dip());
      for (boolean empty : one.stockOut()) {
        steps++;
        out += empty ? 1 : 0;
      }
    }
    List<Object> figures = new ArrayList<>(sums.values());
    figures.add(out);
    figures.add(steps);
    return Reason.of(
        "baseline.summary",
        String.format(
            Locale.ROOT,
            "%.0f units: baseline %.0f, lift %.0f, weeks after promotions %.0f; %d of %d steps without"
                + " stock.",
            figures.toArray()),
        figures.toArray());
  }

  private static void add(Map<String, Double> sums, String name, double[] values) {
    for (double value : values) {
      sums.merge(name, value, Double::sum);
    }
  }

  @Override
  public Decomposition run(int items, Progress progress) {
    LoadedPanel loaded = LoadedPanel.of(sales, new ForecastRequest(1, items, false, 1), progress);
    Decomposition result = decompose(loaded.priced(), loaded.categories(), progress);
    Instant now = result.provenance().createdAt();
    documents.put(new Documents.Put(KIND, DocumentIds.of(KIND, now), -1, json.write(result)));
    return result;
  }

  @Override
  public Optional<Decomposition> latest() {
    return latest.find();
  }
}
