package souk.edge.rest.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.access.Access;
import souk.edge.rest.access.Caller;
import souk.edge.rest.json.Json;
import souk.edge.rest.limits.RateLimits;
import souk.edge.rest.once.Once;

/**
 * Takes a request through limits, route, origin, key, body and handler. Safe for use by many
 * threads.
 */
public final class Api {
  private static final String PROBLEM = "application/problem+json";

  /** Headers of every answer. */
  public static final Map<String, String> SECURITY =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Cache-Control", "no-store",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private final Routes routes;
  private final Access access;
  private final RateLimits limits;
  private final Once once;
  private final Patience patience;
  private final Json json;
  private final Json largeJson = Json.forLargeTexts(Route.LARGE_BODY);

  public Api(
      Routes routes, Access access, RateLimits limits, Once once, Patience patience, Json json) {
    this.routes = routes;
    this.access = access;
    this.limits = limits;
    this.once = once;
    this.patience = patience;
    this.json = json;
  }

  /** A request up to its body: either refused already, or let in. */
  public final class Turn {
    private final Exchange exchange;
    private final Routes.@Nullable Match match;
    private final @Nullable Caller caller;
    private final @Nullable Answer refusal;

    private Turn(
        Exchange exchange,
        Routes.@Nullable Match match,
        @Nullable Caller caller,
        @Nullable Answer refusal) {
      this.exchange = exchange;
      this.match = match;
      this.caller = caller;
      this.refusal = refusal;
    }

    /** The answer, if the body need not be read. */
    public Optional<Answer> refusal() {
      return Optional.ofNullable(refusal);
    }

    /** True if nobody looks at a body. */
    public boolean withoutBody() {
      return match == null || Content.none(exchange);
    }

    /** Most bytes of the body. */
    public int maxBody() {
      return match == null ? 0 : match.route().maxBody();
    }

    /** Takes the body and answers. */
    public Answer finish(byte[] body) {
      Routes.Match found = match;
      Caller who = caller;
      if (found == null || who == null) {
        return refusal().orElseThrow();
      }
      return attempt(exchange, () -> handled(exchange, found, who, body));
    }

    /** Reads the body, waiting for it, and answers. */
    public Answer finish() {
      return match == null
          ? refusal().orElseThrow()
          : attempt(exchange, () -> finish(Content.read(exchange, match.route().maxBody())));
    }

    /** The body is larger than it may be. */
    public Answer tooLarge() {
      return refuse(exchange, Content.tooLarge(maxBody()));
    }

    /** The body did not arrive in time. */
    public Answer tooSlow() {
      return refuse(exchange, Content.tooSlow());
    }
  }

  /** One step that may end with a problem. */
  @FunctionalInterface
  private interface Step {
    Answer take() throws Exception;
  }

  /** Everything that can be decided before the body is read. */
  public Turn begin(Exchange exchange) {
    try {
      limits.requestFrom(exchange.address());
      Routes.Match match = routes.find(exchange.method(), exchange.path());
      ForeignOrigin.refuse(exchange);
      Caller caller = access.admit(exchange, match.route().right());
      limits.requestOf(caller.actor().name());
      if (!Content.none(exchange)) {
        Content.checkLength(exchange, match.route().maxBody());
      }
      return new Turn(exchange, match, caller, null);
    } catch (ProblemException refused) {
      return new Turn(exchange, null, null, refuse(exchange, refused));
    }
  }

  /** The whole way, waiting for the body. */
  public Answer answer(Exchange exchange) {
    return begin(exchange).finish();
  }

  private Answer handled(Exchange exchange, Routes.Match match, Caller caller, byte[] body) {
    Content.check(exchange, body);
    Request request =
        new Request(
            caller.actor(),
            caller.admin(),
            exchange.path(),
            match.parameters(),
            Query.parse(exchange.rawQuery()),
            exchange.header(Once.HEADER),
            body,
            match.route().maxBody() > Route.BODY ? largeJson : json);
    Supplier<Answer> work = () -> attempt(exchange, () -> plain(match, request));
    if (match.route().question()) {
      return patience.ask(work);
    }
    Optional<String> key =
        match.route().operation().changes() ? exchange.header(Once.HEADER) : Optional.empty();
    if (key.isEmpty()) {
      return work.get();
    }
    String fingerprint =
        Once.fingerprint(exchange.method(), exchange.path(), exchange.rawQuery(), body);
    return secured(once.answer(caller.actor().name(), key.get(), fingerprint, work));
  }

  private Answer plain(Routes.Match match, Request request) throws Exception {
    Object answer = match.route().handler().handle(request);
    return secured(answer instanceof Answer ready ? ready : Answer.json(json.bytes(answer)));
  }

  private Answer attempt(Exchange exchange, Step step) {
    try {
      return step.take();
    } catch (ProblemException refused) {
      return refuse(exchange, refused);
    } catch (Exception failed) {
      return problem(exchange, Problems.of(failed, exchange), Map.of());
    } catch (LinkageError replaced) {
      // A room whose bundle is replaced under a request may break it so.
      return problem(exchange, Problems.replaced(replaced), Map.of());
    }
  }

  private Answer refuse(Exchange exchange, ProblemException refused) {
    return problem(exchange, refused.problem(), refused.headers());
  }

  private Answer problem(Exchange exchange, Problem problem, Map<String, String> headers) {
    Locale reader = Language.of(exchange);
    return secured(
        new Answer(problem.status(), PROBLEM, json.bytes(problem.members(reader)), headers));
  }

  private static Answer secured(Answer answer) {
    if (answer.headers().isEmpty()) {
      return answer.headed(SECURITY);
    }
    Map<String, String> headers = new LinkedHashMap<>(SECURITY);
    headers.putAll(answer.headers());
    return answer.headed(headers);
  }
}
