package souk.edge.rest.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.data.api.Journal;
import souk.data.api.StoreException;
import souk.edge.rest.http.Answer;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Rooms;
import souk.edge.rest.http.Title;

/**
 * Lets a request with an idempotency key have one effect: the first answer is kept durably and
 * given again to the same request; another request under the same key is refused. Safe for use by
 * many threads.
 */
public final class Once {
  /** Header of requests. */
  public static final String HEADER = "Idempotency-Key";

  /** Header of answers that were given before. */
  public static final String REPLAYED = "Idempotent-Replayed";

  private static final Logger LOG = LoggerFactory.getLogger(Once.class);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern SHORT_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final Rooms rooms;
  private final KeptAnswers kept;

  /**
   * @param run unique to this run of the platform
   */
  public Once(Rooms rooms, Clock clock, String run) {
    this.rooms = rooms;
    this.kept = new KeptAnswers(clock, run);
  }

  /**
   * The first answer to a key.
   *
   * @param actor keys of different actors are different keys
   * @param fingerprint of everything that makes the request what it is
   * @param work gives the answer, problems included; is run at most once per key
   * @throws ProblemException if the key cannot be used so
   */
  public Answer answer(String actor, String key, String fingerprint, Supplier<Answer> work) {
    check(key, KEY, 255);
    Journal journal = rooms.get(Journal.class);
    KeptAnswers.Claim claim = kept.claim(journal, actor, key, fingerprint);
    return switch (claim.state()) {
      case NEW -> first(journal, actor, key, work);
      case KEPT -> again(claim.answer().orElseThrow());
      case OTHER_CONTENT ->
          throw refused(
              422,
              "other-content",
              "The %s was used before for another request.%nMaybe a new request needs a new key.");
      case IN_FLIGHT ->
          throw refused(
              409,
              "in-flight",
              "The first request with this %s is still under way.%nMaybe ask again in a second.");
      case INTERRUPTED ->
          throw refused(
              409,
              "interrupted",
              "The platform stopped while the first request with this %s was under way; whether it"
                  + " had its effect is not known.%nMaybe look, and send it with a new key.");
      case FULL ->
          throw refused(
              503,
              "full",
              "Too many keys are remembered, so no %s is taken now.%nMaybe send it later: they are"
                  + " forgotten after 24 hours.");
    };
  }

  /**
   * A key that must be given, for those who keep keys themselves.
   *
   * @throws ProblemException if it is missing or malformed
   */
  public static String required(Optional<String> key) {
    String given =
        key.orElseThrow(
            () ->
                ProblemException.badRequest(
                    "idempotency.missing-key",
                    "The header %s is missing.%nMaybe send a random UUID, and the same one when you ask again."
                        .formatted(HEADER)));
    check(given, SHORT_KEY, 200);
    return given;
  }

  private static void check(String key, Pattern form, int longest) {
    if (!form.matcher(key).matches()) {
      throw ProblemException.badRequest(
          "idempotency.malformed-key",
          "The header %s must have 1 to %d visible ASCII characters without blanks, but has %d."
              .formatted(HEADER, longest, key.length()));
    }
  }

  private Answer first(Journal journal, String actor, String key, Supplier<Answer> work) {
    boolean answered = false;
    try {
      Answer answer = work.get();
      answered = true;
      keep(journal, actor, key, answer);
      return answer;
    } finally {
      kept.ended(actor, key);
      if (!answered) {
        LOG.warn("A request with an idempotency key ended without an answer.");
      }
    }
  }

  /** Nothing happened when the platform was too busy or a room absent: then the key stays free. */
  private void keep(Journal journal, String actor, String key, Answer answer) {
    try {
      if (answer.status() == 429 || answer.status() == 503) {
        kept.release(journal, actor, key);
      } else {
        kept.keep(journal, actor, key, answer);
      }
    } catch (StoreException failed) {
      // The effect is there and must be told; the next request with this key will not be let in.
      LOG.error("The answer to a request with an idempotency key could not be kept.", failed);
    }
  }

  private static Answer again(Answer first) {
    Map<String, String> headers = new LinkedHashMap<>(first.headers());
    headers.put(REPLAYED, "true");
    return new Answer(first.status(), first.mediaType(), first.body(), headers);
  }

  private static ProblemException refused(int status, String code, String detail) {
    return ProblemException.of(
        status, "idempotency." + code, Title.REPEATED, detail.formatted(HEADER));
  }

  /** SHA-256 of method, path, query and body. */
  public static String fingerprint(String method, String path, String query, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + "\n" + path + "\n" + query + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(
          "This Java runtime has no SHA-256.\nMaybe it was reduced with jlink.", missing);
    }
  }
}
