package souk.data.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.data.api.SqlWork;
import souk.data.api.StoreException;
import souk.data.api.Warehouse;

/** The warehouse on an embedded DuckDB. Safe for use by many threads. */
@Component(
    service = {Warehouse.class, DuckDbWarehouse.class},
    configurationPid = "souk.data.store.warehouse",
    immediate = true)
@Designate(ocd = DuckDbWarehouse.Config.class)
public final class DuckDbWarehouse implements Warehouse {
  /** Configuration. */
  @ObjectClassDefinition(
      name = "Souk warehouse",
      description = "Embedded analytic store (DuckDB) under the state folder.")
  public @interface Config {
    @AttributeDefinition(
        name = "Memory in megabytes",
        description =
            "Memory of the engine outside the Java heap. What does not fit goes to the temp folder.",
        min = "64",
        max = "1048576")
    int memoryMegabytes() default 512;

    @AttributeDefinition(
        name = "Threads (count)",
        description = "Threads of the engine.",
        min = "1",
        max = "1024")
    int threads() default 2;

    @AttributeDefinition(
        name = "Temp space in megabytes",
        description = "Most disk space for intermediate results.",
        min = "1",
        max = "1073741824")
    int tempMegabytes() default 20_000;
  }

  private final DuckDbEngine engine;
  private final ErasedCustomers erased;

  @Activate
  public DuckDbWarehouse(BundleContext context, Config config) {
    this(
        StateFolder.of(context),
        new DuckDbOptions(config.memoryMegabytes(), config.threads(), config.tempMegabytes()),
        reason -> StartRefusal.tell(context, reason));
  }

  /** The warehouse of a state folder without a platform, for tools; to be closed. */
  public static DuckDbWarehouse openIn(Path state) {
    return new DuckDbWarehouse(state, new DuckDbOptions(256, 1, 1_000));
  }

  DuckDbWarehouse(Path state, DuckDbOptions options) {
    this(state, options, reason -> {});
  }

  private DuckDbWarehouse(Path state, DuckDbOptions options, Consumer<String> refusal) {
    this.erased = new ErasedCustomers(new ErasureKey(state));
    Path file = StateFolder.sub(state, "warehouse").resolve("warehouse.duckdb");
    try {
      this.engine = DuckDbEngine.open(file, StateFolder.sub(state, "tmp"), options);
    } catch (StoreException e) {
      refusal.accept(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  @Override
  public <R> R read(SqlWork<R> work) {
    return engine.read(work);
  }

  @Override
  public <R> R write(SqlWork<R> work) {
    return engine.write(work);
  }

  /** A write that first gathers in temporary tables; see the engine. */
  <R> R writePrepared(SqlWork<SqlWork<R>> preparation) {
    return engine.writePrepared(preparation);
  }

  /** Lets writers wait until it is closed by the same thread. */
  Hold hold() {
    return engine.hold();
  }

  /** Copies the files of the database into a folder, while held. */
  void copyTo(Path folder) throws IOException {
    engine.copyTo(folder);
  }

  /**
   * Writes the database anew, so that what was deleted is in no block of it; bytes before and
   * after.
   */
  long[] rewrite() {
    return engine.rewrite();
  }

  /** Who was erased, as a load must know it. */
  ErasedCustomers erased() {
    return erased;
  }

  /** Changes with each successful write. */
  long revision() {
    return engine.revision();
  }

  @Deactivate
  public void close() {
    engine.close();
  }
}
