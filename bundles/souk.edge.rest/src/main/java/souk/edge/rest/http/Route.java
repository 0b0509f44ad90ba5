package souk.edge.rest.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.access.Right;
import souk.edge.rest.doc.Operation;
import souk.edge.rest.doc.Shape;

/**
 * A method and a path with placeholders in braces.
 *
 * @param method upper case
 * @param pattern for example {@code /plans/{id}/approve}
 * @param right what a key must allow
 * @param maxBody most bytes of a body
 * @param question it only asks, so it may be asked again if a room was being replaced
 * @param handler answers
 * @param operation what is written about it
 */
public record Route(
    String method,
    String pattern,
    Right right,
    int maxBody,
    boolean question,
    Handler handler,
    Operation operation) {
  /** Most bytes of an ordinary body. */
  public static final int BODY = 8 << 20;

  /** Most bytes of a body that carries a whole problem. */
  public static final int LARGE_BODY = 64 << 20;

  private static final Shape ACCEPTED =
      Shape.object("Accepted").with("jobId", String.class).with("href", String.class);

  public static Route get(String pattern, Right right, Handler handler) {
    return new Route("GET", pattern, right, 0, true, handler, Operation.of(false));
  }

  public static Route post(String pattern, Right right, Handler handler) {
    return new Route("POST", pattern, right, BODY, false, handler, Operation.of(true));
  }

  public static Route put(String pattern, Right right, Handler handler) {
    return new Route("PUT", pattern, right, BODY, false, handler, Operation.of(true));
  }

  public static Route delete(String pattern, Right right, Handler handler) {
    return new Route("DELETE", pattern, right, 0, false, handler, Operation.of(true));
  }

  public Route large() {
    return new Route(method, pattern, right, LARGE_BODY, question, handler, operation);
  }

  /** One sentence for the API description. */
  public Route says(String summary) {
    return with(operation.summary(summary));
  }

  /** The record of its body; components that may be null may be left out. */
  public Route takes(Class<?> body) {
    return with(operation.body(body));
  }

  /** A parameter after the question mark. */
  public Route query(String name, String about, Shape shape) {
    return with(operation.query(new Operation.Parameter("query", name, about, shape)));
  }

  /** What a 200 holds. */
  public Route answers(Shape shape) {
    return with(operation.answer(200, shape, Operation.JSON));
  }

  /** What a 200 holds, if it is no JSON. */
  public Route answers(Shape shape, String mediaType) {
    return with(operation.answer(200, shape, mediaType));
  }

  /** It answers 202 with a job whose result has this shape. */
  public Route starts(Shape jobResult) {
    return with(operation.job(ACCEPTED, jobResult));
  }

  /** The answer is a list in pages; see {@link Page}. */
  public Route paged() {
    return with(operation.inPages());
  }

  /** What may go wrong beside what may go wrong everywhere. */
  public Route fails(int status, String... codes) {
    Operation all = operation;
    for (String code : codes) {
      all = all.problem(status, code);
    }
    return with(all);
  }

  /** It changes nothing although its method could, so an idempotency key has no meaning. */
  public Route changesNothing() {
    return with(operation.changes(false));
  }

  /** It only asks although its method could change something. */
  public Route asksOnly() {
    return new Route(method, pattern, right, maxBody, true, handler, operation.changes(false));
  }

  /**
   * The ledger keeps the idempotency key, which must be given: the same key with the same request
   * has one effect and one answer for as long as the ledger lives.
   */
  public Route keptByLedger() {
    return with(operation
            .changes(false)
            .query(
                new Operation.Parameter(
                    "header",
                    "Idempotency-Key",
                    "The same key with the same request has one effect and one answer, always.",
                    Shape.TEXT)))
        .fails(400, "idempotency.malformed-key", "idempotency.missing-key")
        .fails(422, "idempotency.other-content");
  }

  private Route with(Operation about) {
    return new Route(method, pattern, right, maxBody, question, handler, about);
  }

  /** Values of the placeholders if a path fits. */
  Optional<Map<String, String>> match(List<String> path) {
    List<String> own = split(pattern);
    if (own.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> values = Map.of();
    for (int i = 0; i < own.size(); i++) {
      String part = own.get(i);
      if (part.startsWith("{")) {
        values = values.isEmpty() ? new HashMap<>() : values;
        values.put(part.substring(1, part.length() - 1), path.get(i));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
