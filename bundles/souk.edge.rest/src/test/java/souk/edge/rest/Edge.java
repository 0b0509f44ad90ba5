package souk.edge.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Access;
import souk.edge.rest.access.AccessKeys;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.Api;
import souk.edge.rest.http.Exchange;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Routes;
import souk.edge.rest.json.Json;
import souk.edge.rest.resources.Resources;

/** The whole edge without a server, over the services a test gives it. */
final class Edge implements Rooms {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<Class<?>, Object> services = new HashMap<>();
  private final Path secrets;
  private final Api api;
  private @Nullable Description description;

  Edge(Path folder) {
    secrets = folder.resolve("secrets");
    Json json = new Json();
    api =
        new Api(
            new Routes(Resources.all(this, json, "0.1.0", java.time.Clock.systemUTC())),
            new Access(AccessKeys.ofFolder(secrets)),
            json);
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
