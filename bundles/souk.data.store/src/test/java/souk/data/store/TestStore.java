package souk.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.connector.files.FilesConnector;
import souk.data.spi.DataConnector;
import souk.kernel.api.Progress;
import souk.testkit.DirectRouter;

/** A warehouse in a folder of a test, with the real connector for files. */
final class TestStore implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);
  final Path folder;
  final DirectRouter router = new DirectRouter();
  final DuckDbWarehouse warehouse;
  final WarehouseLoads loads;
  final WarehouseSalesHistory history;
  private int files;

  TestStore(Path folder) {
    this(folder, new DuckDbOptions(512, 2, 2_000));
  }

  TestStore(Path folder, DuckDbOptions options) {
    this.folder = folder;
    this.warehouse = new DuckDbWarehouse(folder, options);
    router.add(DataConnector.class, "files", new FilesConnector(filesConfig()));
    this.loads = new WarehouseLoads(warehouse, new Connectors(router, 600_000), CLOCK);
    this.history = new WarehouseSalesHistory(warehouse, CLOCK);
  }

  /** Writes a file and loads it. */
  LoadReport loadText(String content, String mapping) {
    return load(file(content), mapping);
  }

  LoadReport load(Path file, String mapping) {
    return loads.load(
        new LoadRequest("files", file.toString(), Map.of(), mapping), Progress.none());
  }

  Path file(String content) {
    try {
      return Files.write(
          folder.resolve("file-" + ++files + ".csv"), content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count(String sql) {
    return warehouse.read(connection -> Sql.count(connection, sql));
  }

  @Override
  public void close() {
    warehouse.close();
  }

  private static FilesConnector.Config filesConfig() {
    return (FilesConnector.Config)
        Proxy.newProxyInstance(
            TestStore.class.getClassLoader(),
            new Class<?>[] {FilesConnector.Config.class},
            (proxy, method, arguments) -> method.getDefaultValue());
  }
}
