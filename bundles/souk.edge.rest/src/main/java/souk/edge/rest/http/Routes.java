package souk.edge.rest.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All routes. Immutable and safe for use by many threads. */
public final class Routes {
  /** Fixed paths come before paths with placeholders. */
  private final Map<String, Map<String, Route>> fixed = new HashMap<>();

  private final List<Route> variable;

  /**
   * A route that fits, with the values of its placeholders.
   *
   * @param route the route
   * @param parameters values by name
   */
  public record Match(Route route, Map<String, String> parameters) {}

  public Routes(List<Route> routes) {
    routes.stream()
        .filter(route -> !route.pattern().contains("{"))
        .forEach(
            route ->
                fixed
                    .computeIfAbsent(route.pattern(), p -> new HashMap<>())
                    .put(route.method(), route));
    this.variable = routes.stream().filter(route -> route.pattern().contains("{")).toList();
  }

  /**
   * The route for a method and a path.
   *
   * @throws ProblemException 404 if the path is unknown, 405 if the method is
   */
  public Match find(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    Map<String, Route> exact = fixed.get(path);
    Route known = exact == null ? null : exact.get(wanted);
    if (known != null) {
      return new Match(known, Map.of());
    }
    TreeSet<String> allowed = new TreeSet<>();
    if (exact != null) {
      allowed.addAll(exact.keySet());
    } else {
      List<String> parts = Route.split(path);
      for (Route route : variable) {
        Optional<Map<String, String>> parameters = route.match(parts);
        if (parameters.isPresent() && route.method().equals(wanted)) {
          return new Match(route, parameters.get());
        }
        parameters.ifPresent(p -> allowed.add(route.method()));
      }
    }
    if (allowed.isEmpty()) {
      throw ProblemException.of(
          404,
          "path.unknown",
          Title.NOTHING_HERE,
          "No resource has the path %s.%nMaybe it is misspelt; docs/api.md lists all paths."
              .formatted(path));
    }
    String list = String.join(", ", allowed);
    throw new ProblemException(
        Problem.of(
            405,
            "method.not-allowed",
            Title.WRONG_METHOD,
            "%s is not possible on %s; possible: %s.".formatted(method, path, list)),
        Map.of("Allow", list));
  }
}
