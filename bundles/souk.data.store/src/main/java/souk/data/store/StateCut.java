package souk.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import souk.data.spi.StatePart;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.LogCut;
import souk.kernel.api.Progress;

/**
 * Takes all stores at one moment.
 *
 * <p>First the writers of the warehouse wait, then those of the journal; then the journal's moment
 * is fixed by a read transaction and the decision log tells how far it has come. As no store can
 * change in between, that is one moment for all. The journal's writers go on at once, the
 * warehouse's when its file is copied; readers and quotes never wait.
 */
final class StateCut {
  private static final int STEPS = 4;
  private static final int LOOKS = 50;
  private final SqliteJournal journal;
  private final DuckDbWarehouse warehouse;
  private final DecisionLog decisions;
  private final LooseFiles loose;
  private final Supplier<List<StatePart>> parts;

  /**
   * @param parts whose files stand still for the moment, and are copied with the plain files
   */
  StateCut(
      SqliteJournal journal,
      DuckDbWarehouse warehouse,
      DecisionLog decisions,
      LooseFiles loose,
      Supplier<List<StatePart>> parts) {
    this.journal = journal;
    this.warehouse = warehouse;
    this.decisions = decisions;
    this.loose = loose;
    this.parts = parts;
  }

  /**
   * What was taken.
   *
   * @param heldMillis how long the journal's writers waited
   * @param loadsHeldMillis how long the warehouse's writers waited
   * @param marks how far each store had come
   */
  record Taken(long heldMillis, long loadsHeldMillis, Map<String, String> marks) {}

  /** The moment of journal, log and plain files. */
  private record Moment(JournalCut journal, LogCut log, CopiedFiles files, long heldMillis)
      implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      journal.close();
    }
  }

  Taken take(Path staging, BackupArchive archive, Progress progress)
      throws IOException, SQLException {
    Map<String, String> marks = new TreeMap<>();
    Path database = Files.createDirectories(staging.resolve("warehouse"));
    progress.report(0, STEPS, "Waiting for loads to end");
    try (Hold loads = warehouse.hold()) {
      long begin = System.nanoTime();
      try (Moment moment = moment(staging)) {
        warehouse.copyTo(database);
        markWarehouse(marks);
        loads.close();
        final long loadsHeld = (System.nanoTime() - begin) / 1_000_000;
        pack(moment, staging, database, archive, progress);
        marks.putAll(moment.journal().marks());
        marks.put("decisions.records", Long.toString(moment.log().records()));
        marks.put("decisions.chain", moment.log().chainHash());
        return new Taken(moment.heldMillis(), loadsHeld, marks);
      }
    }
  }

  private void markWarehouse(Map<String, String> marks) {
    warehouse.read(
        connection -> {
          marks.put("warehouse.loads", count(connection, "SELECT count(*) FROM load"));
          marks.put(
              "warehouse.schema",
              count(connection, "SELECT coalesce(max(version), 0) FROM schema_version"));
          return marks;
        });
  }

  private static void pack(
      Moment moment, Path staging, Path database, BackupArchive archive, Progress progress)
      throws IOException, SQLException {
    progress.throwIfCancelled();
    progress.report(1, STEPS, "Packing the journal");
    Path copy = staging.resolve("journal.sqlite");
    moment.journal().copyTo(copy);
    archive.add("data/journal/journal.sqlite", copy, Files.size(copy));
    progress.throwIfCancelled();
    progress.report(2, STEPS, "Packing the warehouse");
    addFolder(archive, database, "data/warehouse/");
    progress.throwIfCancelled();
    progress.report(3, STEPS, "Packing the decision log");
    for (LogCut.Part part : moment.log().parts()) {
      archive.add("data/decisions/" + part.file().getFileName(), part.file(), part.bytes());
    }
    for (Map.Entry<String, Path> plain : moment.files().byName().entrySet()) {
      archive.add(plain.getKey(), plain.getValue(), Files.size(plain.getValue()));
    }
    progress.report(STEPS, STEPS, "Closing the archive");
  }

  private static String count(Connection connection, String sql) throws SQLException {
    return Long.toString(Sql.count(connection, sql));
  }

  private Moment moment(Path staging) throws IOException, SQLException {
    // Most plain files do not change now: copied before, they need only be looked at while held.
    CopiedFiles copies = new CopiedFiles(loose, staging.resolve("files"));
    copies.refresh();
    try (StatePart.Still still = StillParts.of(parts.get());
        Hold writers = journal.hold()) {
      long begin = System.nanoTime();
      for (int look = 0; look < LOOKS; look++) {
        JournalCut pinned = journal.cut();
        LogCut log = decisions.cut();
        if (copies.current()) {
          long held = (System.nanoTime() - begin) / 1_000_000;
          return new Moment(pinned, log, copies, held);
        }
        // A configuration changed since it was copied: that moment would not be one for all.
        pinned.close();
        copies.refresh();
      }
    }
    throw new IOException(
        "the configurations or the drop folder did not stand still for a moment; try again");
  }

  private static void addFolder(BackupArchive archive, Path folder, String prefix)
      throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        archive.add(prefix + file.getFileName(), file, Files.size(file));
      }
    }
  }
}
