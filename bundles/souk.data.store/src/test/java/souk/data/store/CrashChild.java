package souk.data.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import souk.data.spi.DataConnector;
import souk.kernel.api.Progress;

/**
 * A process that boots, waits for a line, loads from a database and dies without warning: {@code
 * folder port table point}, where the point is the number of the progress report at which it halts,
 * or −1 to load again and again until it is killed.
 */
final class CrashChild {
  private CrashChild() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    // Its driver unpacks a library, which takes longer than the rest of the boot.
    new DuckDBDriver().connect("jdbc:duckdb:", new Properties()).close();
    if (System.in.read() < 0) {
      return;
    }
    int port = Integer.parseInt(arguments[1]);
    int point = Integer.parseInt(arguments[3]);
    TestStore store = new TestStore(Path.of(arguments[0]));
    store.router.add(DataConnector.class, "jdbc", TestDatabase.connector(port));
    System.out.println("open");
    int[] seen = {0};
    Progress progress =
        (done, total, message) -> {
          if (seen[0]++ == point) {
            Runtime.getRuntime().halt(137);
          }
        };
    do {
      store.loads.load(
          TestDatabase.request(
              arguments[2], Map.of("cursor", "changed", "key", "ord"), TestDatabase.MAPPING),
          progress);
      System.out.println("loaded");
    } while (point < 0);
    store.close();
  }
}
