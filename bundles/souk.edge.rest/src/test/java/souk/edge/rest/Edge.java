package souk.edge.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Access;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Api;
import souk.edge.rest.http.Exchange;
import souk.edge.rest.http.Patience;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Route;
import souk.edge.rest.http.Routes;
import souk.edge.rest.json.Json;
import souk.edge.rest.limits.LimitOptions;
import souk.edge.rest.limits.RateLimits;
import souk.edge.rest.limits.WrongKeys;
import souk.edge.rest.once.Once;
import souk.edge.rest.resources.Resources;

/** The whole edge without a server, over the services a test gives it. */
final class Edge implements Rooms {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<Class<?>, Object> services = new HashMap<>();
  private final Json json = new Json();
  private final Path secrets;
  private final AccessKeys keys;
  private final RateLimits limits;
  private final Api api;
  private @Nullable Description description;

  Edge(Path folder) {
    this(folder, LimitOptions.none(), Edge.leaping());
  }

  Edge(Path folder, LimitOptions options, Clock clock) {
    secrets = folder.resolve("secrets");
    keys = AccessKeys.ofFolder(secrets);
    limits = new RateLimits(options, () -> clock.millis() * 1_000_000);
    api =
        new Api(
            new Routes(routes()),
            new Access(keys, new WrongKeys(clock)),
            limits,
            new Once(this, clock, "run-" + System.nanoTime()),
            new Patience(),
            json);
  }

  List<Route> routes() {
    return Resources.all(this, json, "0.1.0", Clock.systemUTC(), keys, limits);
  }

  /** A clock that leaps an hour with each look, so that nobody has to wait. */
  private static Clock leaping() {
    AtomicLong hours = new AtomicLong();
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.EPOCH.plusSeconds(3_600 * hours.incrementAndGet());
      }
    };
  }

  <T> Edge with(Class<T> type, T service) {
    services.put(type, service);
    return this;
  }

  @Override
  public <T> Optional<T> find(Class<T> service) {
    return Optional.ofNullable(service.cast(services.get(service)));
  }

  String key(String role) {
    try {
      return Files.readString(secrets.resolve(role + ".key")).strip();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** Asks, and holds the answer against the API description. */
  Answer ask(Exchange exchange) {
    Answer answer = api.answer(exchange);
    JsonNode body = answer.mediaType().contains("json") ? json(answer) : MAPPER.missingNode();
    List<String> faults =
        description()
            .judge(exchange.method(), exchange.path(), answer.status(), answer.mediaType(), body);
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
    return answer;
  }

  Description description() {
    if (description == null) {
      Answer answer = api.answer(Call.get("/openapi.json").key(key("reader")));
      if (answer.status() != 200) {
        throw new AssertionError("no description: " + json(answer));
      }
      description = new Description(json(answer));
    }
    return description;
  }

  /** Asks as a role and checks the status. */
  JsonNode ask(int status, String role, Call call) {
    Answer answer = ask(call.key(key(role)));
    if (answer.status() != status) {
      throw new AssertionError(
          "expected " + status + " but got " + answer.status() + ": " + new String(answer.body()));
    }
    return json(answer);
  }

  static JsonNode json(Answer answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
