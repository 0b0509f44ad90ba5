package souk.demand.core;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Documents;
import souk.data.api.SalesHistory;
import souk.demand.api.AccuracyScore;
import souk.demand.api.DriftFinding;
import souk.demand.api.DriftReport;
import souk.demand.api.ForecastMonitor;
import souk.demand.api.ForecastRun;
import souk.demand.lib.drift.PageHinkley;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Reason;

/** Compares what was sold since with what the kept runs said, category by category. */
@Component
public final class DriftWatch implements ForecastMonitor {
  private static final int MOST_RUNS = 26;

  private final SalesHistory sales;
  private final Documents documents;
  private final RunStore store;
  private final Clock clock;
  private final DriftJson json = new DriftJson();
  private final LatestDocument<DriftReport> latest;

  @Activate
  public DriftWatch(@Reference SalesHistory sales, @Reference Documents documents) {
    this(sales, documents, Clock.systemUTC());
  }

  DriftWatch(SalesHistory sales, Documents documents, Clock clock) {
    this.sales = sales;
    this.documents = documents;
    this.store = new RunStore(documents);
    this.clock = clock;
    this.latest = new LatestDocument<>(documents, DriftJson.KIND, json::read);
  }

  @Override
  public DriftReport check(Progress progress) {
    RunNotes notes =
        store
            .notes()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "There is no forecast run to watch.\nMaybe run a forecast first."));
    List<ForecastRun> runs = store.sinceWhole(MOST_RUNS);
    Panel panel = LoadedPanel.of(sales, notes.request(), progress).panel();
    Map<String, String> groups = new HashMap<>();
    notes.report().choices().forEach(choice -> groups.put(choice.seriesId(), choice.group()));
    RecentErrors errors = new RecentErrors(notes.season(), groups);
    for (int r = 0; r < runs.size(); r++) {
      progress.report(r, runs.size(), "Comparing with " + runs.get(r).id());
      Optional<LocalDate> until =
          r + 1 < runs.size() ? Optional.of(firstDay(runs.get(r + 1))) : Optional.empty();
      errors.add(runs.get(r).forecast(), until, panel);
    }
    List<DriftFinding> findings = new ArrayList<>();
    for (Map.Entry<String, RunNotes.Reference> entry : notes.references().entrySet()) {
      findings.add(finding(entry.getKey(), entry.getValue(), errors));
    }
    boolean due = findings.stream().anyMatch(DriftFinding::refitDue);
    String runId = notes.report().runId();
    DriftReport report =
        new DriftReport(runId, clock.instant(), due, findings, List.of(advice(findings, due)));
    documents.put(new Documents.Put(DriftJson.KIND, runId, -1, json.write(report)));
    return report;
  }

  @Override
  public Optional<DriftReport> latest() {
    Optional<String> run = store.notes().map(notes -> notes.report().runId());
    return latest.find().filter(report -> run.isPresent() && report.runId().equals(run.get()));
  }

  private static LocalDate firstDay(ForecastRun run) {
    return run.forecast().grid().dateOf(run.forecast().firstStep());
  }

  private static DriftFinding finding(
      String group, RunNotes.Reference reference, RecentErrors errors) {
    List<Double> recent = errors.of(group);
    double deviation =
        StrictMath.max(reference.deviation(), StrictMath.max(0.1 * reference.mean(), 1e-9));
    PageHinkley test = new PageHinkley(reference.mean(), deviation);
    double highest = 0;
    for (double error : recent) {
      highest = StrictMath.max(highest, test.add(error));
    }
    boolean due = highest > PageHinkley.LIMIT;
    double mean = recent.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    Reason reason =
        Reason.of(
            due
                ? "forecast.drift.due"
                : recent.isEmpty() ? "forecast.drift.none" : "forecast.drift.holds",
            String.format(
                Locale.ROOT,
                "%s: scaled error %.2f over %d steps since, %.2f in the backtest; statistic %.1f,"
                    + " a refit is due above %.0f.",
                group.equals(AccuracyScore.ALL) ? "All series" : group,
                mean,
                recent.size(),
                reference.mean(),
                highest,
                PageHinkley.LIMIT),
            group,
            mean,
            recent.size(),
            reference.mean(),
            highest,
            PageHinkley.LIMIT);
    return new DriftFinding(
        group,
        errors.series(group),
        recent.size(),
        reference.mean(),
        mean,
        highest,
        PageHinkley.LIMIT,
        due,
        reason);
  }

  private static Reason advice(List<DriftFinding> findings, boolean due) {
    int steps = findings.stream().mapToInt(DriftFinding::steps).max().orElse(0);
    long drifting = findings.stream().filter(DriftFinding::refitDue).count();
    return due
        ? Reason.of(
            "forecast.refit.due",
            "A refit is due: %d of %d groups drift.%nMaybe run the forecast anew."
                .formatted(drifting, findings.size()),
            drifting,
            findings.size())
        : Reason.of(
            steps == 0 ? "forecast.refit.unknown" : "forecast.refit.not-due",
            steps == 0
                ? "Nothing was sold since the run in steps that it forecast: 0 steps to compare."
                : "No refit is due: %d groups watched over %d steps."
                    .formatted(findings.size(), steps),
            findings.size(),
            steps);
  }
}
