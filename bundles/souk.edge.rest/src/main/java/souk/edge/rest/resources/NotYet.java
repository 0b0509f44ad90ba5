package souk.edge.rest.resources;

import souk.edge.rest.http.ProblemException;

/** Answers for results that do not exist yet. */
final class NotYet {
  private NotYet() {}

  static ProblemException run(String what, String path) {
    return ProblemException.of(
        404,
        what + ".none",
        "There is no result yet.",
        "No %s has been run.%nMaybe POST %s first.".formatted(what, path));
  }
}
