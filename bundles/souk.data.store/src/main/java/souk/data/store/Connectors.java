package souk.data.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import souk.data.api.LoadException;
import souk.data.spi.DataConnector;
import souk.data.spi.Increments;
import souk.data.spi.SourceSpec;
import souk.kernel.api.CallOptions;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Refusal;

/** Reaches data connectors through the router. Safe for use by many threads. */
final class Connectors {
  private final StrategyRouter router;
  private final long deadlineMillis;

  Connectors(StrategyRouter router, long deadlineMillis) {
    this.router = router;
    this.deadlineMillis = deadlineMillis;
  }

  /**
   * Finds the connector and lets it look at the source.
   *
   * @throws LoadException if there is no such connector, or it refuses
   */
  Source open(String connector, SourceSpec spec) {
    List<StrategyRef> all = router.strategies(DataConnector.class);
    StrategyRef ref =
        all.stream()
            .filter(r -> r.strategy().equals(connector))
            .findFirst()
            .orElseThrow(
                () ->
                    new LoadException(
                        "load.unknown-connector",
                        "There is no connector \"%s\"; there are %s.%nMaybe its bundle is not installed."
                            .formatted(
                                connector, all.stream().map(StrategyRef::strategy).toList())));
    Source source = new Source(ref, spec);
    source.check();
    return source;
  }

  /** One source behind one connector. */
  final class Source {
    private final StrategyRef ref;
    private final SourceSpec spec;

    private Source(StrategyRef ref, SourceSpec spec) {
      this.ref = ref;
      this.spec = spec;
    }

    String connector() {
      return ref.strategy();
    }

    SourceSpec spec() {
      return spec;
    }

    String fingerprint() {
      return call(c -> c.fingerprint(spec));
    }

    Optional<Increments> increments() {
      return call(c -> c.increments(spec));
    }

    /** Reads the source through; afterwards the sink takes nothing more. */
    void read(LoadSink sink) {
      into(
          sink,
          c -> {
            c.read(spec, sink);
            return Optional.empty();
          });
    }

    /** Reads what is new since a position and returns the next one. */
    Optional<String> readSince(Optional<String> position, LoadSink sink) {
      return into(sink, c -> c.readSince(spec, position, sink));
    }

    private Optional<String> into(
        LoadSink sink, StrategyCall<DataConnector, Optional<String>> reading) {
      Optional<String> next;
      try {
        next =
            call(
                c -> {
                  try {
                    return reading.apply(c);
                  } catch (RuntimeException e) {
                    if (!sink.failed()) {
                      throw e;
                    }
                    return Optional.empty();
                  }
                });
      } finally {
        sink.seal();
      }
      sink.rethrow();
      return next;
    }

    private void check() {
      Optional<Refusal> refusal = call(c -> c.refuses(spec));
      if (refusal.isPresent()) {
        throw new LoadException(
            "load.refused",
            "Connector %s cannot read the source: it %s.".formatted(ref.strategy(), refusal.get()));
      }
    }

    /** A wrong file is no fault of the connector: the router must not count it as one. */
    private <R> R call(StrategyCall<DataConnector, R> work) {
      CallOptions<Outcome<R>> options = CallOptions.<Outcome<R>>within(deadlineMillis).only(ref);
      try {
        return router
            .call(DataConnector.class, options, c -> Outcome.of(work, c))
            .value()
            .get(spec.location());
      } catch (RoutingException e) {
        throw new LoadException(
            "load.connector-failed",
            "Connector %s failed with %s: %s%nMaybe look for its state among the strategies."
                .formatted(ref, spec.location(), e.getMessage()),
            e);
      }
    }
  }

  /** What a connector answered: a value, or what is wrong with the source. */
  private record Outcome<R>(Optional<R> value, Optional<Exception> fault) {
    static <R> Outcome<R> of(StrategyCall<DataConnector, R> work, DataConnector connector)
        throws Exception {
      try {
        return new Outcome<>(Optional.of(work.apply(connector)), Optional.empty());
      } catch (IOException | LoadException e) {
        return new Outcome<>(Optional.empty(), Optional.of(e));
      }
    }

    R get(String location) {
      if (fault.isPresent() && fault.get() instanceof LoadException refused) {
        throw refused;
      }
      return value.orElseThrow(
          () ->
              new LoadException(
                  "load.unreadable",
                  "The source %s could not be read to its end: %s%nMaybe try again, or check the disk."
                      .formatted(location, fault.map(Exception::getMessage).orElse("")),
                  fault.orElse(null)));
    }
  }
}
