package souk.edge.rest.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is written about a route. Immutable.
 *
 * @param summary one sentence; empty text if nothing was written, which a test refuses
 * @param body record of the request body
 * @param query parameters after the question mark
 * @param status of the answer when all goes well
 * @param answer body of that answer; empty for none
 * @param mediaType of that answer
 * @param jobResult result of the job that the route starts
 * @param problems what may go wrong beside what may always go wrong
 * @param changes whether it changes state, so that an idempotency key is taken
 * @param paged whether the answer is a list in pages
 */
public record Operation(
    String summary,
    Optional<Class<?>> body,
    List<Parameter> query,
    int status,
    Optional<Shape> answer,
    String mediaType,
    Optional<Shape> jobResult,
    List<Failure> problems,
    boolean changes,
    boolean paged) {
  /** Media type of most answers. */
  public static final String JSON = "application/json";

  /**
   * A parameter beside the body.
   *
   * @param in {@code query} or {@code header}
   * @param name name
   * @param about what it means
   * @param shape its value
   */
  public record Parameter(String in, String name, String about, Shape shape) {}

  /**
   * A problem.
   *
   * @param status HTTP status
   * @param code stable code; may end with {@code .*}
   */
  public record Failure(int status, String code) {}

  public Operation {
    query = List.copyOf(query);
    problems = List.copyOf(problems);
  }

  public static Operation of(boolean changes) {
    return new Operation(
        "",
        Optional.empty(),
        List.of(),
        200,
        Optional.empty(),
        JSON,
        Optional.empty(),
        List.of(),
        changes,
        false);
  }

  public Operation summary(String text) {
    return new Operation(
        text, body, query, status, answer, mediaType, jobResult, problems, changes, paged);
  }

  public Operation body(Class<?> type) {
    return new Operation(
        summary,
        Optional.of(type),
        query,
        status,
        answer,
        mediaType,
        jobResult,
        problems,
        changes,
        paged);
  }

  public Operation query(Parameter parameter) {
    List<Parameter> all = new ArrayList<>(query);
    all.add(parameter);
    return new Operation(
        summary, body, all, status, answer, mediaType, jobResult, problems, changes, paged);
  }

  public Operation answer(int code, Shape shape, String type) {
    return new Operation(
        summary, body, query, code, Optional.of(shape), type, jobResult, problems, changes, paged);
  }

  public Operation job(Shape accepted, Shape result) {
    return new Operation(
        summary,
        body,
        query,
        202,
        Optional.of(accepted),
        JSON,
        Optional.of(result),
        problems,
        changes,
        paged);
  }

  public Operation problem(int code, String type) {
    List<Failure> all = new ArrayList<>(problems);
    all.add(new Failure(code, type));
    return new Operation(
        summary, body, query, status, answer, mediaType, jobResult, all, changes, paged);
  }

  public Operation changes(boolean does) {
    return new Operation(
        summary, body, query, status, answer, mediaType, jobResult, problems, does, paged);
  }

  public Operation inPages() {
    return new Operation(
        summary, body, query, status, answer, mediaType, jobResult, problems, changes, true);
  }
}
