package souk.edge.rest.http;

import java.util.Map;

/** Ends a request with a problem. Unchecked. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;
  private final transient Map<String, String> headers;

  public ProblemException(Problem problem, Map<String, String> headers) {
    super(problem.detail());
    this.problem = problem;
    this.headers = headers;
  }

  public static ProblemException of(int status, String code, Title title, String detail) {
    return new ProblemException(Problem.of(status, code, title, detail), Map.of());
  }

  /** 400: something in the request is wrong. */
  public static ProblemException badRequest(String code, String detail) {
    return of(400, code, Title.WRONG_REQUEST, detail);
  }

  /** 404: there is no such thing. */
  public static ProblemException notFound(String what, String id) {
    return of(
        404,
        what.replace(' ', '-') + ".unknown",
        Title.NO_SUCH_THING,
        "No %s has the id %s.%nMaybe it is misspelt.".formatted(what, id));
  }

  public Problem problem() {
    return problem;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
