package souk.edge.rest.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import souk.edge.rest.access.Access;
import souk.edge.rest.json.Json;
import souk.kernel.api.Actor;

/** Takes a request through route, origin, key, body and handler. Safe for use by many threads. */
public final class Api {
  private static final String PROBLEM = "application/problem+json";
  private static final Map<String, String> SECURITY =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private final Routes routes;
  private final Access access;
  private final Json json;

  public Api(Routes routes, Access access, Json json) {
    this.routes = routes;
    this.access = access;
    this.json = json;
  }

  public Answer answer(Exchange exchange) {
    try {
      Routes.Match match = routes.find(exchange.method(), exchange.path());
      ForeignOrigin.refuse(exchange);
      Actor actor = access.admit(exchange, match.route().right());
      Request request =
          new Request(
              actor,
              exchange.path(),
              match.parameters(),
              Query.parse(exchange.rawQuery()),
              Content.read(exchange, match.route().maxBody()),
              json);
      Object answer = match.route().handler().handle(request);
      return secured(answer instanceof Answer ready ? ready : Answer.json(json.bytes(answer)));
    } catch (ProblemException refused) {
      return problem(exchange, refused.problem(), refused.headers());
    } catch (Exception failed) {
      return problem(exchange, Problems.of(failed, exchange), Map.of());
    } catch (LinkageError replaced) {
      // A room whose bundle is replaced under a request may break it so.
      return problem(exchange, Problems.replaced(replaced), Map.of());
    }
  }

  private Answer problem(Exchange exchange, Problem problem, Map<String, String> headers) {
    Locale reader = Language.of(exchange);
    return secured(
        new Answer(problem.status(), PROBLEM, json.bytes(problem.members(reader)), headers));
  }

  private static Answer secured(Answer answer) {
    if (answer.headers().isEmpty()) {
      return new Answer(answer.status(), answer.mediaType(), answer.body(), SECURITY);
    }
    Map<String, String> headers = new LinkedHashMap<>(SECURITY);
    headers.putAll(answer.headers());
    return new Answer(answer.status(), answer.mediaType(), answer.body(), headers);
  }
}
