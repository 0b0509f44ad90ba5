package souk.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import souk.data.api.BackupReport;
import souk.data.api.Backups;
import souk.data.api.StoreException;
import souk.data.spi.StatePart;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Progress;

/** Backups of journal, warehouse, decision log, configurations and drop folder. */
@Component(service = Backups.class)
public final class StateBackups implements Backups {
  private final Path state;
  private final String version;
  private final StateCut cut;
  private final AuditTrail audit;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  // Dynamic, because parts come and go with their bundles.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<StatePart> parts = List.of();

  @Activate
  public StateBackups(
      BundleContext context,
      @Reference SqliteJournal journal,
      @Reference DuckDbWarehouse warehouse,
      @Reference DecisionLog decisions,
      @Reference AuditTrail audit) {
    this(
        StateFolder.of(context),
        Path.of(Optional.ofNullable(context.getProperty("souk.deploy")).orElse("deploy")),
        Optional.ofNullable(context.getProperty("souk.version")).orElse("unknown"),
        journal,
        warehouse,
        decisions,
        audit,
        Clock.systemUTC());
  }

  StateBackups(
      Path state,
      Path deploy,
      String version,
      SqliteJournal journal,
      DuckDbWarehouse warehouse,
      DecisionLog decisions,
      AuditTrail audit,
      Clock clock) {
    this.state = state;
    this.version = version;
    this.audit = audit;
    this.clock = clock;
    this.cut =
        new StateCut(
            journal, warehouse, decisions, new LooseFiles(state, deploy, clock), () -> parts);
  }

  @Override
  public BackupReport backup(Optional<Path> file, Actor actor, Progress progress) {
    oneAtATime.lock();
    try {
      Path target = BackupTarget.of(state, file, clock.instant());
      BackupReport report = write(target, progress);
      audit.record(
          AuditEntry.builder(actor, "backup", target.toString())
              .after(
                  "%d bytes, SHA-256 %s, state of %s"
                      .formatted(report.bytes(), report.sha256(), report.at()))
              .build());
      return report;
    } catch (IOException | SQLException e) {
      throw new StoreException(
          "The backup could not be written: %s.%nMaybe the disk is full, or the folder belongs to another user. Nothing was left behind; the platform goes on."
              .formatted(e),
          e);
    } finally {
      oneAtATime.unlock();
    }
  }

  private BackupReport write(Path target, Progress progress) throws IOException, SQLException {
    long begin = System.nanoTime();
    Instant at = clock.instant();
    Path staging = Files.createTempDirectory(StateFolder.sub(state, "tmp"), "backup-");
    try (BackupArchive archive = new BackupArchive(target, at)) {
      StateCut.Taken taken = cut.take(staging, archive, progress);
      String digest = archive.finish(version, taken.marks());
      return new BackupReport(
          target.toString(),
          Files.size(target),
          digest,
          at,
          archive.count(),
          taken.heldMillis(),
          taken.loadsHeldMillis(),
          (System.nanoTime() - begin) / 1_000_000,
          taken.marks());
    } finally {
      StateFolder.delete(staging);
    }
  }
}
