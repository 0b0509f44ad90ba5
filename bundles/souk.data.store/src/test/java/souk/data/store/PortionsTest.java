package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortionsTest {
  @TempDir Path folder;

  @Test
  void memoryIsReadInAllItsForms() {
    assertEquals(488, Portions.megabytes("488.2 MiB"));
    assertEquals(1_945, Portions.megabytes("1.9 GiB"));
    assertEquals(1, Portions.megabytes("100.0 KiB"));
    assertEquals(64, Portions.megabytes("much"));
  }

  @Test
  void moreMemoryMakesFewerPortions() {
    try (TestStore store = new TestStore(folder, new DuckDbOptions(512, 1, 10))) {
      long few = store.warehouse.read(connection -> Portions.of(connection, 100_000));
      long many = store.warehouse.read(connection -> Portions.of(connection, 3_100_000));
      assertEquals(1, few);
      assertEquals(11, many);
    }
  }
}
