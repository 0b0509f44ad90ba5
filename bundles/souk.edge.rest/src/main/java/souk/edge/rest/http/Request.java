package souk.edge.rest.http;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import souk.edge.rest.json.Json;
import souk.kernel.api.Actor;

/**
 * A request that was let in.
 *
 * @param actor who asks
 * @param admin true if the key has the role of an admin
 * @param path below {@code /api/v1}, as asked
 * @param parameters values of the route's placeholders
 * @param query decoded parameters after the question mark
 * @param idempotencyKey the client's name for the request, as sent
 * @param content body; empty if there was none
 * @param json reader of the body
 */
public record Request(
    Actor actor,
    boolean admin,
    String path,
    Map<String, String> parameters,
    Map<String, String> query,
    Optional<String> idempotencyKey,
    byte[] content,
    Json json) {
  public String parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * A whole number after the question mark.
   *
   * @throws ProblemException if it is no number or lies outside [least, most]
   */
  public long query(String name, long otherwise, long least, long most) {
    String text = query.get(name);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // answered below, like a number outside the range
    }
    throw ProblemException.badRequest(
        "query.out-of-range",
        "Parameter %s must be a whole number in [%d, %d], but is %s."
            .formatted(name, least, most, text));
  }

  /**
   * A switch after the question mark; off if it is left out.
   *
   * @throws ProblemException if it is neither true nor false
   */
  public boolean flag(String name) {
    String text = query.get(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.isEmpty() || text.equals("true")) {
      return true;
    }
    throw ProblemException.badRequest(
        "query.not-a-flag", "Parameter %s must be true or false, but is %s.".formatted(name, text));
  }

  /**
   * The body as a value; an absent body reads as an empty object.
   *
   * @throws ProblemException if it does not fit
   */
  public <T> T body(Class<T> type) {
    return json.read(content, type);
  }
}
