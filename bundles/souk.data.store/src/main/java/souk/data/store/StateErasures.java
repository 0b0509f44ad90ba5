package souk.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.data.api.Documents;
import souk.data.api.ErasedPart;
import souk.data.api.ErasureReport;
import souk.data.api.Erasures;
import souk.data.api.StoreException;
import souk.data.spi.CustomerData;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;

/**
 * Erases customers: notes whom, lets every keeper erase, writes warehouse and journal anew, and
 * deletes the note. What was interrupted is done once more from the beginning: each step may be
 * repeated.
 */
class StateErasures implements Erasures {
  private static final Logger LOG = LoggerFactory.getLogger(StateErasures.class);
  private static final long KEEPERS_SECONDS = 120;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private final Path state;
  private final DuckDbWarehouse warehouse;
  private final SqliteJournal journal;
  private final AuditTrail audit;
  private final Clock clock;
  private final Supplier<List<CustomerData>> keepers;
  private final PendingErasure note;
  private final ErasureReports reports;
  private final ErasureKey key;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  StateErasures(
      Path state,
      DuckDbWarehouse warehouse,
      SqliteJournal journal,
      Documents documents,
      AuditTrail audit,
      Clock clock,
      Supplier<List<CustomerData>> keepers) {
    this.state = state;
    this.warehouse = warehouse;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
    this.keepers = keepers;
    this.note = new PendingErasure(state);
    this.reports = new ErasureReports(documents);
    this.key = new ErasureKey(state);
  }

  @Override
  public ErasureReport erase(CustomerKey customer, Actor actor, String reason, Progress progress) {
    oneAtATime.lock();
    try {
      if (note.read().isPresent()) {
        resume(progress);
      }
      Instant now = clock.instant();
      PendingErasure.Order order =
          new PendingErasure.Order("erasure-" + now, customer, actor, reason, present());
      note.write(order);
      return run(order, progress);
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Takes up what a stop has interrupted; nothing if there is nothing. */
  void resume(Progress progress) {
    oneAtATime.lock();
    try {
      Optional<PendingErasure.Order> order = note.read();
      if (order.isPresent()) {
        LOG.info("An erasure was interrupted and is taken up again.");
        await(order.get().keepers(), progress);
        run(order.get(), progress);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public List<ErasureReport> list(int limit) {
    return reports.list(limit);
  }

  @Override
  public boolean pending() {
    return note.read().isPresent();
  }

  private Set<String> present() {
    return keepers.get().stream()
        .map(CustomerData::keeper)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Keepers come with their bundles, some time after a start. */
  private void await(Set<String> wanted, Progress progress) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(KEEPERS_SECONDS);
    while (!present().containsAll(wanted)) {
      progress.throwIfCancelled();
      if (System.nanoTime() - until > 0) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(present());
        throw new StoreException(
            "An erasure waits for %s, who kept something about the customer.%nMaybe their bundles are stopped: start them and restart the platform."
                .formatted(missing));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private ErasureReport run(PendingErasure.Order order, Progress progress) {
    final long begin = System.nanoTime();
    List<CustomerData> all = new ArrayList<>(keepers.get());
    all.sort(Comparator.comparing(CustomerData::keeper));
    int steps = all.size() + 2;
    List<ErasedPart> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      progress.report(i, steps, "Erasing: " + all.get(i).keeper());
      parts.addAll(all.get(i).erase(order.customer()));
    }
    progress.report(all.size(), steps, "Writing the warehouse anew");
    long[] columns = warehouse.rewrite();
    progress.report(all.size() + 1, steps, "Writing the journal anew");
    long[] rows = journal.compact();
    ErasureReport report =
        new ErasureReport(
            order.id(),
            key.hash().of(order.customer().value()),
            clock.instant(),
            parts,
            columns[0] + rows[0],
            columns[1] + rows[1],
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
            backups());
    audit.record(
        AuditEntry.builder(order.actor(), "erasure", "customer " + report.subject())
            .reason(order.reason())
            .after(
                "%d entries in %d places, %d archives still hold the customer"
                    .formatted(
                        parts.stream().mapToLong(ErasedPart::entries).sum(),
                        parts.size(),
                        report.backups().size()))
            .build());
    reports.keep(report);
    note.delete();
    progress.report(steps, steps, "Erased");
    return report;
  }

  /** Archives in the state folder: all were written before now. */
  private List<String> backups() {
    Path folder = state.resolve("backups");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".zip"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StoreException("The folder %s cannot be read: %s".formatted(folder, e), e);
    }
  }
}
