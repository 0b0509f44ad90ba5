package souk.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of what decides whether something changed. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** Independent of the order of keys; arrays count by content, values with their type. */
  static String of(Map<String, ?> values) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(values)
        .forEach(
            (key, value) ->
                text.append(key)
                    .append('=')
                    .append(value.getClass().getSimpleName())
                    .append(':')
                    .append(content(value))
                    .append('\n'));
    return HexFormat.of()
        .formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String content(Object value) {
    if (!value.getClass().isArray()) {
      return value.toString();
    }
    Object[] items = new Object[Array.getLength(value)];
    Arrays.setAll(items, i -> Array.get(value, i));
    return Arrays.deepToString(items);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
