package souk.edge.rest.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.edge.rest.http.Exchange;
import souk.edge.rest.http.Problem;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Title;
import souk.edge.rest.limits.WrongKeys;

/**
 * Lets requests in by their key: {@code Authorization: Bearer KEY}, or, so that a browser can show
 * results, Basic with the key as password on reading requests. Safe for use by many threads.
 */
public final class Access {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  private final AccessKeys keys;
  private final WrongKeys wrong;

  public Access(AccessKeys keys, WrongKeys wrong) {
    this.keys = keys;
    this.wrong = wrong;
  }

  /**
   * Who asks.
   *
   * @throws ProblemException 401 without a valid key, 403 if the key does not allow it, 429 after
   *     too many wrong ones
   */
  public Caller admit(Exchange exchange, Right right) {
    Optional<String> presented = presented(exchange);
    if (presented.isEmpty()) {
      if (right == Right.OPEN && exchange.fromThisMachine()) {
        return Caller.anonymous();
      }
      throw unauthorised(
          exchange, "access.no-key", "Send the header Authorization: Bearer KEY with a key.");
    }
    KeyName key = keys.find(presented.get()).orElseThrow(() -> unknown(exchange));
    if (!right.allows(key.role())) {
      throw ProblemException.of(
          403,
          "access.denied",
          Title.DENIED,
          "A key of the role %s may not do this; it needs one of another role."
              .formatted(key.role().id()));
    }
    return Caller.of(key);
  }

  private ProblemException unknown(Exchange exchange) {
    if (wrong.failed(exchange.address())) {
      LOG.warn("Wrong keys came from {}; it has to wait now.", exchange.address());
    }
    return unauthorised(
        exchange,
        "access.unknown-key",
        "The key is unknown.\nMaybe it was replaced; the keys are in the folder secrets of the state folder.");
  }

  private static Optional<String> presented(Exchange exchange) {
    String header = exchange.header("Authorization").orElse("");
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    boolean reads = exchange.method().equals("GET") || exchange.method().equals("HEAD");
    if (reads && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.of(password(header.substring(BASIC.length()).strip()));
    }
    return Optional.empty();
  }

  private static String password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static ProblemException unauthorised(Exchange exchange, String code, String detail) {
    boolean browser =
        exchange.method().equals("GET")
            && exchange.header("Accept").orElse("").contains("text/html");
    String challenge = browser ? "Basic realm=\"Souk\", charset=\"UTF-8\"" : "Bearer";
    return new ProblemException(
        Problem.of(401, code, Title.KEY_NEEDED, detail), Map.of("WWW-Authenticate", challenge));
  }
}
