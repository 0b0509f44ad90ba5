package souk.data.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.data.api.LoadException;
import souk.data.api.LoadReport;
import souk.data.api.LoadRequest;
import souk.data.api.Loads;
import souk.data.api.QuarantinedRow;
import souk.data.lib.Mapping;
import souk.data.lib.MappingReader;
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
        description = "A connector that needs longer to read a source is given up.")
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
    String content = source.fingerprint();
    String fingerprint = digest(content, request.mappingJson(), new TreeMap<>(options));
    return warehouse.write(
        connection -> {
          Optional<LoadReport> known = reports.byFingerprint(connection, fingerprint);
          if (known.isPresent()) {
            return again(known.get());
          }
          LoadReport report =
              new LoadRun(source, mapping, fingerprint, clock, progress).run(connection, reports);
          refuseChanged(source, content);
          return report;
        });
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

  private LoadReport again(LoadReport first) {
    return new LoadReport(
        first.loadId(),
        first.location(),
        first.fingerprint(),
        clock.instant(),
        0,
        first.rowsRead(),
        0,
        first.rowsLoaded() + first.rowsUnchanged(),
        first.rowsQuarantined(),
        first.identicalLines(),
        first.reasons(),
        first.flags(),
        first.currency(),
        first.sourceTotal(),
        first.loadedTotal(),
        first.quarantinedTotal(),
        first.roundingDifference());
  }

  private static void refuseChanged(Connectors.Source source, String content) {
    if (!source.fingerprint().equals(content)) {
      throw new LoadException(
          "load.source-changed",
          "The source %s changed while it was read; nothing was loaded.%nMaybe it is still being written: load it again when it is complete."
              .formatted(source.spec().location()));
    }
  }

  private static String digest(String content, String mapping, Map<String, String> options) {
    try {
      String all = content + "\n" + options + "\n" + mapping;
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
