package souk.offer.coupons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.osgi.framework.BundleContext;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.store.LogException;
import souk.offer.coupons.store.Mark;
import souk.offer.coupons.store.MarkFile;
import souk.offer.coupons.store.PostgresLog;
import souk.offer.coupons.store.SqliteLog;

/**
 * Where a ledger lies in the state folder.
 *
 * @param state the state folder
 */
record LedgerFolder(Path state) {
  /** Below the state folder. */
  static final String NAME = "coupons";

  private static final String ROWS = "ledger.sqlite";

  static LedgerFolder of(BundleContext context) {
    String value = context.getProperty("souk.data");
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "The framework property souk.data is not set.%nMaybe the platform was not started by its launcher; set it to the absolute path of the state folder."
              .formatted());
    }
    return new LedgerFolder(Path.of(value).toAbsolutePath());
  }

  Path secrets() {
    return state.resolve("secrets");
  }

  Path rows() {
    return folder().resolve(ROWS);
  }

  LedgerKey key(String store, RandomGenerator random) {
    return LedgerKeyFile.read(secrets().resolve("coupons.key"), used(store), random);
  }

  /** True if something was acknowledged, so that the key matters. */
  private boolean used(String store) {
    Path file = mark(store);
    if (!Files.exists(file)) {
      return store.equals("sqlite") && Files.exists(rows());
    }
    try (MarkFile marks = new MarkFile(file)) {
      long seq = marks.read().seq();
      return seq != 0 && seq != Mark.ABSENT;
    } catch (LogException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  Stores sqlite(LedgerKey key, int keyDays) {
    return new Stores(
        "sqlite",
        () -> SqliteLog.open(rows(), key.check()),
        () -> new MarkFile(mark("sqlite")),
        false,
        upkeep("sqlite", keyDays));
  }

  Stores postgres(LedgerKey key, PostgresLog.Connector database, int keyDays) {
    return new Stores(
        "postgres",
        () -> PostgresLog.open(database, key.check()),
        () -> new MarkFile(mark("postgres")),
        true,
        upkeep("postgres", keyDays));
  }

  private Upkeep upkeep(String store, int keyDays) {
    return Upkeep.standard(own(store, "checkpoint"), keyDays);
  }

  /** The high-water mark of a store: the file of one store says nothing about another. */
  Path mark(String store) {
    return own(store, "mark");
  }

  private Path own(String store, String kind) {
    String name = store.equals("sqlite") ? "ledger" : "ledger-" + store;
    return folder().resolve(name + "." + kind);
  }

  private Path folder() {
    try {
      return Files.createDirectories(state.resolve(NAME));
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot create the folder %s: %s.%nMaybe the disk is full, or the folder belongs to another user."
              .formatted(state.resolve(NAME), e.getMessage()),
          e);
    }
  }
}
