package souk.edge.webconsole.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a while which credentials were right, so that the slow hash is not computed for
 * every request. Keeps only codes made with a key that lives in this process. Safe for many
 * threads.
 */
final class VerifiedLogins {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final int MOST = 16;

  private record Entry(byte[] code, Instant until) {}

  private final byte[] key = new byte[32];
  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();

  VerifiedLogins(SecureRandom random, Clock clock) {
    this.clock = clock;
    random.nextBytes(key);
  }

  synchronized boolean knows(String credentials) {
    byte[] code = code(credentials);
    Instant now = clock.instant();
    entries.removeIf(e -> !e.until().isAfter(now));
    boolean found = false;
    for (Entry entry : entries) {
      found |= MessageDigest.isEqual(entry.code(), code);
    }
    return found;
  }

  synchronized void add(String credentials) {
    if (entries.size() >= MOST) {
      entries.remove(0);
    }
    entries.add(new Entry(code(credentials), clock.instant().plus(LIFE)));
  }

  synchronized void clear() {
    entries.clear();
  }

  private byte[] code(String credentials) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(credentials.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no HmacSHA256.", e);
    }
  }
}
