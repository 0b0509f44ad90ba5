package souk.edge.rest.resources;

import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Title;

/** Answers for results that do not exist yet. */
final class NotYet {
  private NotYet() {}

  static ProblemException run(String what, String path) {
    return ProblemException.of(
        404,
        what + ".none",
        Title.NO_RESULT,
        "No %s has been run.%nMaybe POST %s first.".formatted(what, path));
  }
}
