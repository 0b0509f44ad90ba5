package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.LoadException;
import souk.data.api.LoadReport;
import souk.data.api.QuarantinedRow;
import souk.kernel.api.Progress;

/** A table of a real PostgreSQL that grows and changes while it is loaded again and again. */
class GrowingSourceTest {
  @TempDir Path folder;
  private final TestDatabase database = TestDatabase.running();
  private String table = "";
  private TestStore store;

  @BeforeEach
  void open() {
    table = database.newTable();
    store = new TestStore(folder);
    store.router.add(souk.data.spi.DataConnector.class, "jdbc", database.connector());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void onlyWhatIsNewIsReadAndNothingTwice() throws Exception {
    try (Connection writer = database.connect()) {
      for (int order = 1; order <= 300; order++) {
        insert(writer, order, "A", 1, "1.50");
      }
    }
    LoadReport first = load("overlap", "0");
    assertEquals(300, first.rowsLoaded());
    try (Connection writer = database.connect()) {
      insert(writer, 301, "B", 2, "2.25");
    }
    LoadReport second = load("overlap", "0");
    assertEquals(1, second.rowsLoaded());
    assertTrue(second.rowsRead() <= 2, "read " + second.rowsRead());
    assertReconciled();
    assertEquals(2, store.loads.list().size());
  }

  @Test
  void aLoadWithoutNewsLeavesNoTrace() throws Exception {
    try (Connection writer = database.connect()) {
      insert(writer, 1, "A", 1, "1.50");
    }
    LoadReport first = load();
    LoadReport again = load();
    assertEquals(first.loadId(), again.loadId());
    assertEquals(0, again.rowsLoaded());
    assertEquals(1, again.rowsUnchanged());
    assertEquals(1, store.loads.list().size());
  }

  @Test
  void anEmptyTableIsNoFaultLater() throws Exception {
    LoadException e = assertThrows(LoadException.class, this::load);
    assertEquals("load.nothing-usable", e.code());
    try (Connection writer = database.connect()) {
      insert(writer, 1, "A", 1, "1.50");
    }
    assertEquals(1, load().rowsLoaded());
  }

  /** A line identical to an earlier one of its order is another sale, not the same one again. */
  @Test
  void anIdenticalLineThatCameLaterCounts() throws Exception {
    try (Connection writer = database.connect()) {
      insert(writer, 1, "A", 1, "1.50");
      load();
      insert(writer, 1, "A", 1, "1.50");
    }
    load();
    assertEquals(2, store.count("SELECT count(*) FROM order_line"));
    assertReconciled();
  }

  @Test
  void aTransactionThatCommitsLateIsWithinTheOverlap() throws Exception {
    try (Connection late = database.connect();
        Connection writer = database.connect()) {
      late.setAutoCommit(false);
      insert(late, 1, "A", 1, "1.50");
      insert(writer, 2, "B", 1, "2.00");
      assertEquals(1, load().rowsLoaded());
      late.commit();
    }
    assertEquals(1, load().rowsLoaded());
    assertReconciled();
  }

  @Test
  void aChangedLineReplacesTheOldOneWhenTheCursorIsTheTimeOfTheChange() throws Exception {
    try (Connection writer = database.connect()) {
      for (int order = 1; order <= 20; order++) {
        insert(writer, order, "A", 2, "1.50");
        insert(writer, order, "B", 1, "9.99");
      }
      loadByTime();
      execute(
          writer,
          "UPDATE %s SET qty = 5, changed = clock_timestamp() WHERE ord = '7' AND sku = 'A'");
      execute(writer, "DELETE FROM %s WHERE ord = '9' AND sku = 'A'");
      execute(writer, "UPDATE %s SET changed = clock_timestamp() WHERE ord = '9'");
    }
    LoadReport report = loadByTime();
    assertEquals(2L, report.flags().get("superseded-lines"));
    assertReconciled();
  }

  /** One wrong clock must not hide all that is written before that time. */
  @Test
  void aRowFromTheFutureDoesNotMoveThePosition() throws Exception {
    try (Connection writer = database.connect()) {
      insert(writer, 1, "A", 1, "1.50");
      execute(writer, "UPDATE %s SET changed = '2099-01-01' WHERE ord = '1'");
      loadByTime();
      insert(writer, 2, "B", 1, "2.00");
    }
    assertEquals(1, loadByTime().rowsLoaded());
    assertReconciled();
  }

  @Test
  void rowsWithoutCursorOrKeyAreSeenToo() throws Exception {
    try (Connection writer = database.connect()) {
      insert(writer, 1, "A", 1, "1.50");
      loadByTime();
      insert(writer, 2, "A", 1, "1.50");
      execute(writer, "UPDATE %s SET changed = NULL WHERE ord = '2'");
      insert(writer, 3, "A", 1, "1.50");
      execute(writer, "UPDATE %s SET ord = NULL WHERE ord = '3'");
    }
    LoadReport report = loadByTime();
    assertEquals(1, report.rowsLoaded());
    assertEquals(Map.of("row.missing-value", 1L), report.reasons());
  }

  @Test
  void aBadRowIsSetAsideOnceWithItsKey() throws Exception {
    try (Connection writer = database.connect()) {
      insert(writer, 1, "A", 1, "1.50");
      insert(writer, 2, "茶壶", 1, "NaN");
      LoadReport first = load();
      assertEquals(1, first.rowsQuarantined());
      QuarantinedRow bad = store.loads.quarantine(first.loadId(), 0, 10).get(0);
      assertEquals("price", bad.column());
      assertEquals("NaN", bad.value());
      assertEquals("row.not-a-number", bad.reasonCode());
      assertTrue(bad.raw().startsWith("2,"), bad.raw());
      insert(writer, 3, "C", 1, "1.00");
    }
    LoadReport second = load();
    assertEquals(1, second.rowsLoaded());
    assertEquals(0, second.rowsQuarantined());
    assertEquals(
        second.rowsRead(), second.rowsLoaded() + second.rowsUnchanged() + second.rowsQuarantined());
    assertEquals(1, store.count("SELECT count(*) FROM quarantine"));
  }

  @Test
  void anExceptionAtAnyPointLeavesNothingAndTheNextLoadIsWhole() throws Exception {
    try (Connection writer = database.connect()) {
      for (int order = 1; order <= 3_000; order++) {
        insert(writer, order, "A" + order % 7, 1 + order % 3, "1.99");
      }
    }
    int points = 0;
    for (boolean through = false; !through; points++) {
      int failAt = points;
      int[] seen = {0};
      try {
        store.loads.load(
            request(Map.of("cursor", "id")),
            new Progress() {
              @Override
              public void report(long done, long total, String message) {
                if (seen[0]++ == failAt) {
                  throw new IllegalStateException("planned at " + failAt);
                }
              }

              @Override
              public void throwIfCancelled() {}
            });
        through = true;
      } catch (IllegalStateException | LoadException e) {
        assertEquals(0, store.count("SELECT count(*) FROM order_line"), "point " + failAt);
        assertEquals(0, store.count("SELECT count(*) FROM load_stream"), "point " + failAt);
        assertEquals(0, store.count("SELECT count(*) FROM load"), "point " + failAt);
      }
    }
    assertTrue(points >= 5, "only " + points + " points");
    assertReconciled();
  }

  @Tag("slow")
  @Test
  void aWriterAndALoaderEndWithEqualTotals() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer = new Thread(() -> write(stop, 42));
    writer.start();
    try {
      for (int i = 0; i < 12; i++) {
        if (sourceTotal().signum() > 0) {
          loadByTime();
        }
        Thread.sleep(40);
      }
    } finally {
      stop.set(true);
      writer.join();
    }
    loadByTime();
    assertReconciled();
    assertTrue(store.loads.list().size() > 3);
  }

  @Test
  void piecesOfOrdersAreRefused() throws Exception {
    try (Connection writer = database.connect()) {
      insert(writer, 1, "A", 1, "1.50");
    }
    LoadException split = assertThrows(LoadException.class, () -> load("key", "sku"));
    assertEquals("load.increments-split-orders", split.code());
    String adds =
        TestDatabase.MAPPING.replace(
            "\"columns\"", "\"rules\": {\"redelivery\": \"add-lines\"}, \"columns\"");
    LoadException added =
        assertThrows(
            LoadException.class,
            () ->
                store.loads.load(
                    TestDatabase.request(table, Map.of("cursor", "id", "key", "ord"), adds),
                    Progress.none()));
    assertEquals("load.increments-replace-orders", added.code());
  }

  private void write(AtomicBoolean stop, long seed) {
    Random random = new Random(seed);
    try (Connection writer = database.connect()) {
      writer.setAutoCommit(false);
      int order = 0;
      while (!stop.get()) {
        int lines = 1 + random.nextInt(4);
        order++;
        for (int i = 0; i < lines; i++) {
          insert(writer, order, "S" + random.nextInt(5), 1 + random.nextInt(3), "2.49");
        }
        if (random.nextInt(3) == 0) {
          execute(
              writer,
              "UPDATE %s SET qty = qty + 1, changed = clock_timestamp() WHERE ord = '"
                  + (1 + random.nextInt(order))
                  + "'");
        }
        if (random.nextInt(5) == 0) {
          writer.rollback();
        } else {
          writer.commit();
        }
      }
      writer.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private LoadReport load(String... more) {
    java.util.HashMap<String, String> options = new java.util.HashMap<>(Map.of("cursor", "id"));
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    return store.loads.load(request(options), Progress.none());
  }

  private LoadReport loadByTime() {
    return store.loads.load(request(Map.of("cursor", "changed")), Progress.none());
  }

  private souk.data.api.LoadRequest request(Map<String, String> options) {
    java.util.HashMap<String, String> all = new java.util.HashMap<>(Map.of("key", "ord"));
    all.putAll(options);
    return TestDatabase.request(table, all, TestDatabase.MAPPING);
  }

  private void insert(Connection writer, int order, String sku, int quantity, String price)
      throws SQLException {
    try (var statement =
        writer.prepareStatement(
            "INSERT INTO "
                + table
                + " (ord, at, sku, qty, price) VALUES (?, ?, ?, ?, ?::numeric)")) {
      statement.setString(1, Integer.toString(order));
      statement.setObject(2, java.time.LocalDateTime.of(2024, 5, 6, 10, 0).plusMinutes(order));
      statement.setString(3, sku);
      statement.setInt(4, quantity);
      statement.setString(5, price);
      statement.executeUpdate();
    }
  }

  private void execute(Connection writer, String sql) throws SQLException {
    try (var statement = writer.createStatement()) {
      statement.execute(sql.formatted(table));
    }
  }

  private BigDecimal sourceTotal() throws SQLException {
    return database.decimal(
        "SELECT coalesce(sum(qty * price), 0) FROM " + table + " WHERE price <> 'NaN'");
  }

  private void assertReconciled() throws SQLException {
    assertEquals(
        sourceTotal().movePointRight(2).longValueExact(),
        store.count("SELECT coalesce(sum(amount_minor), 0) FROM order_line"));
    assertEquals(
        database.decimal("SELECT count(*) FROM " + table).longValueExact(),
        store.count("SELECT count(*) FROM order_line"));
    assertEquals(List.of(), duplicates());
  }

  private List<String> duplicates() {
    long twice =
        store.count(
            "SELECT count(*) FROM (SELECT order_no, line_digest, occurrence FROM order_line"
                + " GROUP BY ALL HAVING count(*) > 1)");
    return twice == 0 ? List.of() : List.of(twice + " lines twice");
  }
}
