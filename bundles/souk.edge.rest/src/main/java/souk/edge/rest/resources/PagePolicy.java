package souk.edge.rest.resources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content security policy of a self-contained page: exactly its own inline scripts and style
 * sheets, by hash, and images from data URLs; nothing from elsewhere. Style attributes are allowed,
 * for they cannot run anything.
 */
final class PagePolicy {
  private static final Pattern SCRIPT =
      Pattern.compile("<script(?:\\s[^>]*)?>(.*?)</script\\s*>", flags());
  private static final Pattern STYLE =
      Pattern.compile("<style(?:\\s[^>]*)?>(.*?)</style\\s*>", flags());

  private PagePolicy() {}

  static String of(byte[] page) {
    String html = new String(page, StandardCharsets.UTF_8);
    return "default-src 'none'; script-src "
        + hashes(SCRIPT, html)
        + "; style-src-elem "
        + hashes(STYLE, html)
        + "; style-src-attr 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none';"
        + " form-action 'none'; frame-ancestors 'none'";
  }

  private static String hashes(Pattern pattern, String html) {
    Set<String> hashes = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(html);
    while (matcher.find()) {
      hashes.add("'sha256-" + hash(matcher.group(1)) + "'");
    }
    return hashes.isEmpty() ? "'none'" : String.join(" ", hashes);
  }

  private static String hash(String text) {
    try {
      byte[] normal = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(normal));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(
          "This Java runtime has no SHA-256.\nMaybe it was reduced with jlink.", missing);
    }
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }
}
