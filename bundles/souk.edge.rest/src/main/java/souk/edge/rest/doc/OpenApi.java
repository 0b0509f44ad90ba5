package souk.edge.rest.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import souk.edge.rest.access.KeyRole;
import souk.edge.rest.access.Right;
import souk.edge.rest.http.Route;
import souk.offer.api.OfferProblem;

/** The OpenAPI 3.1 document of a table of routes. */
public final class OpenApi {
  private static final String PROBLEM = "application/problem+json";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
  private static final Shape PROBLEM_SHAPE =
      Shape.object("Problem")
          .with("type", String.class)
          .with("title", String.class)
          .with("status", int.class)
          .with("detail", String.class)
          .optional("incident", Shape.TEXT)
          .optional("conflict", Shape.listOf(String.class))
          .optional("problems", Shape.listOf(OfferProblem.class))
          .optional("more", Shape.COUNT);

  private final String version;
  private final Schemas schemas;

  private OpenApi(String version, Shape.Views views) {
    this.version = version;
    this.schemas = new Schemas(views);
  }

  /**
   * @param version of the platform
   * @param routes all routes
   * @param views shapes of types that views write
   */
  public static Map<String, Object> of(String version, List<Route> routes, Shape.Views views) {
    return new OpenApi(version, views).document(routes);
  }

  private Map<String, Object> document(List<Route> routes) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Route route : routes) {
      Object before =
          paths
              .computeIfAbsent(route.pattern(), path -> Members.of())
              .put(route.method().toLowerCase(Locale.ROOT), operation(route));
      if (before != null) {
        throw new IllegalStateException(
            "Two routes are called %s %s.".formatted(route.method(), route.pattern()));
      }
    }
    schemas.of(PROBLEM_SHAPE);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", info());
    document.put("servers", List.of(Members.of("url", "/api/v1")));
    document.put("security", List.of(Members.of("key", List.of())));
    document.put("paths", paths);
    Map<String, Object> components = Members.of("schemas", schemas.components());
    components.put(
        "securitySchemes", Members.of("key", Members.of("type", "http", "scheme", "bearer")));
    document.put("components", components);
    return document;
  }

  private Map<String, Object> info() {
    Map<String, Object> info = Members.of("title", "Souk", "version", version);
    info.put(
        "description",
        "Retail decisions over HTTP. Every refusal is a problem (RFC 9457) with a stable type.");
    info.put("license", Members.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
    return info;
  }

  private Map<String, Object> operation(Route route) {
    Operation about = route.operation();
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id(route));
    operation.put("summary", about.summary());
    operation.put("tags", List.of(route.pattern().split("/", -1)[1]));
    operation.put("x-right", route.right().name().toLowerCase(Locale.ROOT));
    operation.put("x-roles", roles(route.right()));
    if (route.right() == Right.OPEN) {
      operation.put("security", List.of(Members.of(), Members.of("key", List.of())));
    }
    List<Map<String, Object>> parameters = parameters(route);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    about.body().ifPresent(type -> operation.put("requestBody", body(type, route.maxBody())));
    operation.put("responses", responses(route));
    return operation;
  }

  private static List<String> roles(Right right) {
    List<String> roles = new ArrayList<>();
    for (KeyRole role : KeyRole.values()) {
      if (right.allows(role)) {
        roles.add(role.id());
      }
    }
    return roles;
  }

  private static String id(Route route) {
    return route.method().toLowerCase(Locale.ROOT)
        + route.pattern().replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "-");
  }

  private List<Map<String, Object>> parameters(Route route) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    Matcher placeholder = PLACEHOLDER.matcher(route.pattern());
    while (placeholder.find()) {
      parameters.add(parameter("path", placeholder.group(1), "", Shape.TEXT, true));
    }
    for (Operation.Parameter query : route.operation().query()) {
      parameters.add(
          parameter(
              query.in(), query.name(), query.about(), query.shape(), query.in().equals("header")));
    }
    if (route.operation().paged()) {
      parameters.add(parameter("query", "offset", "Entries to skip.", Shape.COUNT, false));
      parameters.add(parameter("query", "limit", "Most entries of a page.", Shape.COUNT, false));
    }
    if (route.operation().changes()) {
      parameters.add(
          parameter(
              "header",
              "Idempotency-Key",
              "The same key with the same request has one effect and one answer for 24 hours.",
              Shape.TEXT,
              false));
    }
    return parameters;
  }

  private Map<String, Object> parameter(
      String in, String name, String about, Shape shape, boolean required) {
    Map<String, Object> parameter = Members.of("name", name, "in", in);
    if (!about.isEmpty()) {
      parameter.put("description", about);
    }
    parameter.put("required", required);
    parameter.put("schema", schemas.of(shape));
    return parameter;
  }

  private Map<String, Object> body(Class<?> type, int most) {
    Map<String, Object> body = Members.of("required", false);
    body.put("x-max-bytes", most);
    body.put("content", Members.of(Operation.JSON, Members.of("schema", schemas.body(type))));
    return body;
  }

  private Map<String, Object> responses(Route route) {
    Operation about = route.operation();
    Map<String, Object> good =
        Members.of("description", about.jobResult().isPresent() ? "The job." : "The answer.");
    about
        .answer()
        .ifPresent(
            shape ->
                good.put(
                    "content",
                    Members.of(about.mediaType(), Members.of("schema", schemas.of(shape)))));
    about.jobResult().ifPresent(shape -> good.put("x-job-result", schemas.of(shape)));
    if (about.paged()) {
      good.put("headers", pageHeaders());
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(Integer.toString(about.status()), good);
    problems(route)
        .forEach(
            (status, codes) -> {
              Map<String, Object> bad = Members.of("description", String.join(", ", codes));
              bad.put("x-problem-types", List.copyOf(codes));
              bad.put("content", Members.of(PROBLEM, Members.of("schema", problemRef())));
              responses.put(Integer.toString(status), bad);
            });
    return responses;
  }

  private static Map<String, Object> problemRef() {
    return Members.of("$ref", "#/components/schemas/Problem");
  }

  private static Map<String, Object> pageHeaders() {
    Map<String, Object> headers = Members.of();
    headers.put(
        "X-Total-Count",
        Members.of(
            "description", "All entries, if known.", "schema", Members.of("type", "integer")));
    headers.put(
        "Link",
        Members.of(
            "description",
            "The next page with rel=\"next\"; absent on the last.",
            "schema",
            Members.of("type", "string")));
    return headers;
  }

  private static Map<Integer, Set<String>> problems(Route route) {
    Map<Integer, Set<String>> problems = new TreeMap<>();
    for (Operation.Failure failure : Always.of(route)) {
      problems.computeIfAbsent(failure.status(), s -> new LinkedHashSet<>()).add(failure.code());
    }
    for (Operation.Failure failure : route.operation().problems()) {
      problems.computeIfAbsent(failure.status(), s -> new LinkedHashSet<>()).add(failure.code());
    }
    return problems;
  }
}
