package souk.data.connector.jdbc;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.jdbc.DataSourceFactory;
import souk.data.api.LoadException;
import souk.data.spi.DataConnector;
import souk.data.spi.Increments;
import souk.data.spi.RecordSink;
import souk.data.spi.SourceSpec;
import souk.model.Refusal;

/** Reads tables and queries of configured databases. Safe for use by many threads. */
@Component(
    service = DataConnector.class,
    property = {
      "souk.role=DataConnector",
      "souk.strategy=jdbc",
      "souk.version=1.0.0",
      "souk.title=Databases (JDBC)"
    })
public final class JdbcConnector implements DataConnector {
  private final Clock clock;

  // Dynamic, because a load runs for hours: a new driver or connection must not end it.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<Map.Entry<Map<String, Object>, DataSourceFactory>> factories = List.of();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  private volatile List<NamedConnection> connections = List.of();

  @Activate
  public JdbcConnector() {
    this(Clock.systemUTC());
  }

  JdbcConnector(Clock clock) {
    this.clock = clock;
  }

  /** A connector without a framework. */
  public static JdbcConnector of(
      List<Map.Entry<Map<String, Object>, DataSourceFactory>> factories,
      List<NamedConnection> connections) {
    return new JdbcConnector(Clock.systemUTC(), factories, connections);
  }

  JdbcConnector(
      Clock clock,
      List<Map.Entry<Map<String, Object>, DataSourceFactory>> factories,
      List<NamedConnection> connections) {
    this.clock = clock;
    this.factories = factories;
    this.connections = connections;
  }

  @Override
  public Optional<Refusal> refuses(SourceSpec source) {
    try {
      reader(source).look();
      return Optional.empty();
    } catch (LoadException e) {
      return Optional.of(new Refusal("a known connection and known options", e.getMessage()));
    } catch (IOException e) {
      return Optional.of(new Refusal("a database that answers", String.valueOf(e.getMessage())));
    }
  }

  /** Over all rows, whatever their order. */
  @Override
  public String fingerprint(SourceSpec source) throws IOException {
    RowDigest digest = new RowDigest();
    reader(source).read(Optional.empty(), digest);
    return digest.text();
  }

  @Override
  public void read(SourceSpec source, RecordSink sink) throws IOException {
    reader(source).read(Optional.empty(), new RowsToSink(sink));
  }

  @Override
  public Optional<Increments> increments(SourceSpec source) {
    Target target = Target.of(source.options());
    return Optional.of(new Increments(target.stream(), target.key()));
  }

  @Override
  public Optional<String> readSince(SourceSpec source, Optional<String> position, RecordSink sink)
      throws IOException {
    return reader(source).read(position, new RowsToSink(sink));
  }

  private TableReader reader(SourceSpec source) {
    Target target = Target.of(source.options());
    List<NamedConnection> known = connections;
    ConnectionSettings settings =
        known.stream()
            .map(NamedConnection::settings)
            .filter(s -> s.name().equals(source.location()))
            .findFirst()
            .orElseThrow(
                () ->
                    new LoadException(
                        "jdbc.unknown-connection",
                        "There is no connection \"%s\"; there are %s.%nMaybe add a configuration souk.data.connector.jdbc, or see the log why one was refused."
                            .formatted(
                                source.location(),
                                known.stream().map(c -> c.settings().name()).sorted().toList())));
    return new TableReader(new Database(settings, new Drivers(factories)), target, clock.instant());
  }
}
