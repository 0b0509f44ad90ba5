package souk.demand.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.demand.api.ForecastRun;

/** Runs and their notes in the journal. Safe for use by many threads. */
final class RunStore {
  static final String RUN = "forecast-run";
  static final String NOTES = "forecast-backtest";

  private final Documents documents;
  private final ForecastRunJson runs = new ForecastRunJson();
  private final RunNotesJson notes = new RunNotesJson();
  private final LatestDocument<ForecastRun> latestRun;
  private final LatestDocument<RunNotes> latestNotes;

  RunStore(Documents documents) {
    this.documents = documents;
    this.latestRun = new LatestDocument<>(documents, RUN, runs::read);
    this.latestNotes = new LatestDocument<>(documents, NOTES, notes::read);
  }

  void put(WarehouseRun.Outcome outcome) {
    String id = outcome.run().id();
    documents.putAll(
        List.of(
            new Documents.Put(RUN, id, -1, runs.write(outcome.run())),
            new Documents.Put(NOTES, id, -1, notes.write(outcome.notes()))));
  }

  Optional<ForecastRun> latest() {
    return latestRun.find();
  }

  /** Notes of the latest run that has any; runs of version 0.1 have none. */
  Optional<RunNotes> notes() {
    return latestNotes.find();
  }

  /** The latest whole run and the refreshes since, oldest first. */
  List<ForecastRun> sinceWhole(int most) {
    List<ForecastRun> found = new ArrayList<>();
    for (Document document : documents.list(RUN, most)) {
      found.add(0, runs.read(document.bodyJson()));
      Optional<RunNotes> about =
          documents.find(NOTES, document.id()).map(kept -> notes.read(kept.bodyJson()));
      if (about.isEmpty() || !about.get().refresh()) {
        break;
      }
    }
    return found;
  }
}
