package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.DataConnector;
import souk.kernel.api.Progress;

/**
 * The process dies while it loads: at each point that reports progress, and at random moments by
 * {@code kill -9}. The next load must end with the totals of the source. {@code -Dsouk.crash.kills}
 * sets the number of random kills.
 */
class CrashPointsTest {
  @TempDir Path folder;
  private final TestDatabase database = TestDatabase.running();
  private String table = "";

  @Tag("slow")
  @Test
  void diesAtEachPointAndEndsWithTheTotalsOfTheSource() throws Exception {
    table = database.newTable();
    int point = 0;
    boolean through = false;
    grow(500, point);
    Process next = start(point);
    while (!through) {
      Process child = next;
      // The next process boots while this one works.
      next = start(point + 1);
      go(child);
      assertTrue(child.waitFor(120, TimeUnit.SECONDS));
      through = child.exitValue() == 0;
      assertTrue(through || child.exitValue() == 137, () -> complaint(child));
      point++;
    }
    next.destroyForcibly().waitFor();
    assertTrue(point >= 5, "only " + point + " points");
    assertReconciled();
  }

  @Tag("slow")
  @Test
  void isKilledAtRandomMomentsAndEndsWithTheTotalsOfTheSource() throws Exception {
    table = database.newTable();
    long seed = Long.getLong("souk.seed", 20_261_122L);
    int kills = Integer.getInteger("souk.crash.kills", 1);
    System.out.println("seed " + seed + ", kills " + kills);
    Random random = new Random(seed);
    for (int i = 0; i < kills; i++) {
      grow(1_500, i);
      Process child = start(-1);
      go(child);
      try (BufferedReader said = child.inputReader()) {
        assertEquals("open", said.readLine());
        Thread.sleep(random.nextInt(400));
        grow(100, i + 1_000);
        Thread.sleep(random.nextInt(100));
        child.destroyForcibly();
        assertTrue(child.waitFor(30, TimeUnit.SECONDS));
      }
    }
    assertReconciled();
  }

  private Process start(int point) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CrashChild.class.getName(),
            folder.toString(),
            Integer.toString(database.port()),
            table,
            Integer.toString(point))
        .redirectError(Redirect.appendTo(folder.resolve("child.err").toFile()))
        .start();
  }

  private static void go(Process child) throws IOException {
    child.getOutputStream().write('\n');
    child.getOutputStream().flush();
  }

  private String complaint(Process child) {
    try {
      return "exit " + child.exitValue() + ": " + Files.readString(folder.resolve("child.err"));
    } catch (IOException e) {
      return "exit " + child.exitValue() + ", " + e;
    }
  }

  private void grow(int orders, int round) throws Exception {
    try (Connection writer = database.connect();
        Statement statement = writer.createStatement()) {
      statement.execute(
          ("INSERT INTO %s (ord, at, sku, qty, price) SELECT '%d-' || o, timestamp '2024-05-06"
                  + " 10:00:00' + o * interval '1 minute', 'S' || (o %% 7), 1 + l, 1.9900 + o %% 5"
                  + " FROM generate_series(1, %d) o, generate_series(1, 3) l")
              .formatted(table, round, orders));
      statement.execute(
          "UPDATE %s SET qty = qty + 1, changed = clock_timestamp() WHERE id %% 17 = 3"
              .formatted(table));
    }
  }

  private void assertReconciled() throws Exception {
    try (TestStore store = new TestStore(folder)) {
      store.router.add(DataConnector.class, "jdbc", database.connector());
      store.loads.load(
          TestDatabase.request(
              table, Map.of("cursor", "changed", "key", "ord"), TestDatabase.MAPPING),
          Progress.none());
      assertEquals(
          database.decimal("SELECT count(*) FROM " + table).longValueExact(),
          store.count("SELECT count(*) FROM order_line"));
      assertEquals(
          database
              .decimal("SELECT sum(qty * price) FROM " + table)
              .movePointRight(2)
              .longValueExact(),
          store.count("SELECT sum(amount_minor) FROM order_line"));
    }
  }
}
