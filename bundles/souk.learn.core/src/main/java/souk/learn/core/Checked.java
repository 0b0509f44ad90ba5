package souk.learn.core;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Bytes followed by their SHA-256. */
final class Checked {
  private static final int DIGEST = 32;

  private Checked() {}

  static byte[] with(byte[] content) {
    byte[] all = Arrays.copyOf(content, content.length + DIGEST);
    System.arraycopy(sha256(content), 0, all, content.length, DIGEST);
    return all;
  }

  /**
   * @throws IOException if the bytes are not what was written
   */
  static byte[] content(byte[] bytes) throws IOException {
    if (bytes.length < DIGEST + Long.BYTES) {
      throw new IOException("it has %d bytes".formatted(bytes.length));
    }
    byte[] content = Arrays.copyOf(bytes, bytes.length - DIGEST);
    byte[] kept = Arrays.copyOfRange(bytes, content.length, bytes.length);
    if (!MessageDigest.isEqual(kept, sha256(content))) {
      throw new IOException("its checksum does not hold");
    }
    return content;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
