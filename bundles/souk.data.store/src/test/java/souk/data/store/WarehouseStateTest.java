package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souk.data.api.StoreException;

/** The warehouse file itself: survival, damage, strangers. */
class WarehouseStateTest {
  private static final DuckDbOptions OPTIONS = new DuckDbOptions(128, 1, 500);
  @TempDir Path folder;

  @Test
  void whatWasLoadedIsThereAfterClosing() {
    try (TestStore store = new TestStore(folder)) {
      store.loadText(Samples.HEADER + "1,2024-05-06 10:00,A,Tea,2,1.50,c1\n", Samples.LINES);
    }
    try (TestStore store = new TestStore(folder)) {
      assertEquals(1, store.loads.list().size());
      assertEquals(300, store.history.summary().orElseThrow().revenue().amountMinor());
    }
  }

  @Test
  void aDamagedFileIsNamedWithARemedyAndLeftAsItIs() throws Exception {
    Path file = Files.createDirectories(folder.resolve("warehouse")).resolve("warehouse.duckdb");
    byte[] rubbish = "no warehouse ".repeat(2_000).getBytes();
    Files.write(file, rubbish);
    StoreException e =
        assertThrows(StoreException.class, () -> new DuckDbWarehouse(folder, OPTIONS));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("load the sources again"), e.getMessage());
    assertArrayEquals(rubbish, Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 100, 511, 4096, 8192})
  void aWarehouseCutToNothingIsNotTakenForANewOne(int bytes) throws Exception {
    DuckDbWarehouse.openIn(folder).close();
    Path file = folder.resolve("warehouse/warehouse.duckdb");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, bytes));
    StoreException refused =
        assertThrows(StoreException.class, () -> DuckDbWarehouse.openIn(folder));
    assertTrue(refused.getMessage().contains("warehouse.duckdb"), refused.getMessage());
    assertEquals(bytes, Files.size(file), "nothing is changed");
    Files.write(file, whole);
    DuckDbWarehouse.openIn(folder).close();
  }

  @Test
  void aWarehouseThatWasMovedAwayIsANewStart() throws Exception {
    DuckDbWarehouse.openIn(folder).close();
    Files.delete(folder.resolve("warehouse/warehouse.duckdb"));
    DuckDbWarehouse.openIn(folder).close();
  }

  @Test
  void stateOfANewerVersionIsRefused() {
    DuckDbWarehouse warehouse = new DuckDbWarehouse(folder, OPTIONS);
    warehouse.write(
        c -> Sql.update(c, "INSERT INTO schema_version VALUES (99, 'V099__future.sql', 'x')"));
    warehouse.close();
    StoreException e =
        assertThrows(StoreException.class, () -> new DuckDbWarehouse(folder, OPTIONS));
    assertTrue(e.getMessage().contains("V099__future.sql"), e.getMessage());
  }

  @Test
  void stateMadeByAnotherBuildIsRefused() {
    DuckDbWarehouse warehouse = new DuckDbWarehouse(folder, OPTIONS);
    warehouse.write(
        c -> Sql.update(c, "UPDATE schema_version SET checksum = 'x' WHERE version = 1"));
    warehouse.close();
    StoreException e =
        assertThrows(StoreException.class, () -> new DuckDbWarehouse(folder, OPTIONS));
    assertTrue(e.getMessage().contains("V001__sales.sql"), e.getMessage());
  }

  @Test
  void aSecondProcessIsToldThatTheWarehouseIsInUse() throws Exception {
    DuckDbWarehouse warehouse = new DuckDbWarehouse(folder, OPTIONS);
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SecondProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(other.getInputStream().readAllBytes());
    assertTrue(other.waitFor(60, TimeUnit.SECONDS));
    assertTrue(output.contains("in use by another process"), output);
    warehouse.close();
  }

  @Test
  void readersCannotWriteAndFailedWritesChangeNothing() {
    DuckDbWarehouse warehouse = new DuckDbWarehouse(folder, OPTIONS);
    assertThrows(
        StoreException.class,
        () -> warehouse.read(c -> Sql.update(c, "INSERT INTO channel VALUES ('x', 'y')")));
    assertThrows(
        StoreException.class,
        () ->
            warehouse.write(
                c -> {
                  Sql.update(c, "INSERT INTO channel VALUES ('x', 'y')");
                  return Sql.update(c, "INSERT INTO nowhere VALUES (1)");
                }));
    assertThrows(IllegalStateException.class, () -> warehouse.write(c -> warehouse.write(d -> 1)));
    assertEquals(0L, warehouse.<Long>read(c -> Sql.count(c, "SELECT count(*) FROM channel")));
    warehouse.close();
  }

  @Test
  void statementsCannotReachFilesOrTheNetwork() {
    DuckDbWarehouse warehouse = new DuckDbWarehouse(folder, OPTIONS);
    for (String sql :
        new String[] {
          "SELECT count(*) FROM read_csv('/etc/passwd')",
          "SELECT count(*) FROM read_text('/etc/passwd')",
          "INSTALL httpfs",
          "ATTACH '" + folder.resolve("other.duckdb") + "'",
          "SET enable_external_access = true"
        }) {
      assertThrows(StoreException.class, () -> warehouse.read(c -> Sql.update(c, sql)), sql);
    }
    warehouse.close();
  }

  @Test
  void impossibleResourcesAreRefusedWithTheirValues() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new DuckDbOptions(1, 0, 5)).getMessage();
    assertTrue(message.contains("1 MB") && message.contains("0"), message);
  }

  /** Opens the warehouse in a process of its own. */
  static final class SecondProcess {
    public static void main(String[] arguments) throws IOException {
      try {
        new DuckDbWarehouse(Path.of(arguments[0]), OPTIONS).close();
        System.out.println("opened");
      } catch (StoreException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
