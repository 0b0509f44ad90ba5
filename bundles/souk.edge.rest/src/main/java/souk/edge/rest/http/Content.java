package souk.edge.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads bodies within their limits. */
final class Content {
  private static final byte[] NONE = {};

  private Content() {}

  /**
   * The whole body.
   *
   * @throws ProblemException 413 if it is too large, 415 if it is not plain JSON
   */
  static byte[] read(Exchange exchange, int most) throws IOException {
    if (exchange.method().equals("GET") || exchange.method().equals("HEAD")) {
      return NONE;
    }
    String length = exchange.header("Content-Length").orElse("");
    if (length.length() > 18 || (length.matches("\\d+") && Long.parseLong(length) > most)) {
      throw tooLarge(most);
    }
    byte[] body;
    try (InputStream in = exchange.body()) {
      body = in.readNBytes(most + 1);
    }
    if (body.length > most) {
      throw tooLarge(most);
    }
    if (body.length > 0) {
      checkType(exchange);
    }
    return body;
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

  private static ProblemException tooLarge(int most) {
    return ProblemException.of(
        413,
        "body.too-large",
        Title.TOO_LARGE,
        "At most %d MB are taken here.".formatted(most >> 20));
  }
}
