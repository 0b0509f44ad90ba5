package souk.edge.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Reads bodies within their limits. */
final class Content {
  private static final byte[] NONE = {};

  private Content() {}

  /** True if the method has no body that anybody looks at. */
  static boolean none(Exchange exchange) {
    return exchange.method().equals("GET") || exchange.method().equals("HEAD");
  }

  /**
   * Refuses a body that says that it is too large before any of it is read.
   *
   * @throws ProblemException 413
   */
  static void checkLength(Exchange exchange, int most) {
    String length = exchange.header("Content-Length").orElse("");
    if (length.length() > 18 || (isNumber(length) && Long.parseLong(length) > most)) {
      throw tooLarge(most);
    }
  }

  /**
   * The whole body.
   *
   * @throws ProblemException 413 if it is too large, 408 if it does not arrive
   */
  static byte[] read(Exchange exchange, int most) {
    if (none(exchange)) {
      return NONE;
    }
    checkLength(exchange, most);
    byte[] body;
    try (InputStream in = exchange.body()) {
      body = announced(exchange, in);
      if (body.length == 0) {
        body = in.readNBytes(most + 1);
      }
    } catch (IOException broken) {
      throw tooSlow();
    }
    if (body.length > most) {
      throw tooLarge(most);
    }
    return body;
  }

  /**
   * A small body of which the client says how long it is, read into an array of that size and no
   * larger; nothing if it says nothing or the body is large.
   */
  private static byte[] announced(Exchange exchange, InputStream in) throws IOException {
    String length = exchange.header("Content-Length").orElse("");
    if (!isNumber(length) || length.length() > 5) {
      return NONE;
    }
    byte[] body = new byte[Integer.parseInt(length)];
    int read = in.readNBytes(body, 0, body.length);
    return read == body.length ? body : Arrays.copyOf(body, read);
  }

  /**
   * Refuses a body that is not plain JSON.
   *
   * @throws ProblemException 415
   */
  static void check(Exchange exchange, byte[] body) {
    if (body.length > 0) {
      checkType(exchange);
    }
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static void checkType(Exchange exchange) {
    String type = exchange.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String plain = type.contains(";") ? type.substring(0, type.indexOf(';')).trim() : type.trim();
    boolean utf8 = !type.contains("charset=") || type.replace("\"", "").contains("charset=utf-8");
    if (!plain.equals("application/json") || !utf8) {
      throw ProblemException.of(
          415,
          "body.media-type",
          Title.WRONG_MEDIA_TYPE,
          "Send Content-Type: application/json in UTF-8, not %s."
              .formatted(type.isEmpty() ? "nothing" : type));
    }
    String encoding = exchange.header("Content-Encoding").orElse("identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw ProblemException.of(
          415,
          "body.encoding",
          Title.ENCODED,
          "Send the body without Content-Encoding, not as %s.".formatted(encoding));
    }
  }

  /** The body did not arrive in time, or the client went away. */
  static ProblemException tooSlow() {
    return new ProblemException(
        Problem.of(
            408,
            "body.too-slow",
            Title.TOO_SLOW,
            "The body did not arrive in time.\nMaybe the line is slow; send it in one piece."),
        Map.of("Connection", "close"));
  }

  static ProblemException tooLarge(int most) {
    return new ProblemException(
        Problem.of(
            413,
            "body.too-large",
            Title.TOO_LARGE,
            "At most %d MB are taken here.".formatted(most >> 20)),
        Map.of("Connection", "close"));
  }
}
