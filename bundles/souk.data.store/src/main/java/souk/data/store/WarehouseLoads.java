package souk.data.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.Loads;
import souk.data.api.QuarantinedRow;
import souk.data.lib.Mapping;
import souk.data.lib.MappingReader;
import souk.data.spi.Increments;
import souk.data.spi.SourceSpec;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;

/** Loads sources into the warehouse. Safe for use by many threads. */
@Component(service = Loads.class, configurationPid = "souk.data.store.loads")
@Designate(ocd = WarehouseLoads.Config.class)
public final class WarehouseLoads implements Loads {
  /** Configuration. */
  @ObjectClassDefinition(name = "Souk loads", description = "How sources are loaded.")
  public @interface Config {
    @AttributeDefinition(
        name = "Time limit in minutes",
        description = "A connector that needs longer to read a source is given up.",
        min = "1",
        max = "10080")
    int limitMinutes() default 120;
  }

  private final DuckDbWarehouse warehouse;
  private final Connectors connectors;
  private final Clock clock;
  private final MappingJson mappingJson = new MappingJson();
  private final LoadReports reports = new LoadReports();

  @Activate
  public WarehouseLoads(
      @Reference DuckDbWarehouse warehouse, @Reference StrategyRouter router, Config config) {
    this(warehouse, new Connectors(router, config.limitMinutes() * 60_000L), Clock.systemUTC());
  }

  WarehouseLoads(DuckDbWarehouse warehouse, Connectors connectors, Clock clock) {
    this.warehouse = warehouse;
    this.connectors = connectors;
    this.clock = clock;
  }

  @Override
  public LoadReport load(LoadRequest request, Progress progress) {
    Mapping mapping =
        mappingJson.read(
            request.mappingJson(),
            new MappingReader(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    Map<String, String> options = new HashMap<>(mapping.fileOptions());
    options.putAll(request.options());
    progress.report(0, 0, "Looking at the source");
    Connectors.Source source =
        connectors.open(request.connector(), new SourceSpec(request.location(), options));
    Optional<Increments> increments = source.increments();
    if (increments.isPresent()) {
      IncrementLoad load =
          new IncrementLoad(
              source, increments.get(), mapping, request.mappingJson(), clock, reports);
      return warehouse.writePrepared(
          connection -> load.stage(connection, progress, warehouse.erased()));
    }
    WholeLoad load = new WholeLoad(source, mapping, request.mappingJson(), clock, reports);
    return warehouse.writePrepared(
        connection -> load.stage(connection, progress, warehouse.erased()));
  }

  @Override
  public List<LoadReport> list() {
    return warehouse.read(reports::list);
  }

  @Override
  public Optional<LoadReport> find(String loadId) {
    return warehouse.read(connection -> reports.find(connection, loadId));
  }

  @Override
  public List<QuarantinedRow> quarantine(String loadId, long offset, int limit) {
    if (offset < 0 || limit < 0) {
      throw new IllegalArgumentException(
          "Offset and limit must not be negative, but are %d and %d.".formatted(offset, limit));
    }
    return warehouse.read(connection -> reports.quarantine(connection, loadId, offset, limit));
  }
}
