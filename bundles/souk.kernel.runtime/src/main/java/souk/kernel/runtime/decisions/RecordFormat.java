package souk.kernel.runtime.decisions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/**
 * Bytes of a segment, big-endian.
 *
 * <pre>
 * header  magic SOUKDEC1 (8) | number of the first record (8) | hash before it (32)
 * record  payload length (4) | CRC32C of hash and payload (4) | hash before it (32) | payload
 * </pre>
 *
 * The hash after a record is SHA-256(hash before it, payload); so no record can be changed or taken
 * out unnoticed.
 */
final class RecordFormat {
  static final int HASH = 32;
  static final int HEADER = 8 + 8 + HASH;
  static final int RECORD_HEAD = 4 + 4 + HASH;
  static final int MAX_PAYLOAD = 8 * 1024 * 1024;
  private static final byte[] MAGIC = "SOUKDEC1".getBytes(StandardCharsets.US_ASCII);

  private RecordFormat() {}

  static ByteBuffer header(long firstNumber, byte[] hashBefore) {
    return ByteBuffer.allocate(HEADER).put(MAGIC).putLong(firstNumber).put(hashBefore).flip();
  }

  static boolean hasMagic(ByteBuffer header) {
    byte[] magic = new byte[MAGIC.length];
    header.get(magic);
    return MessageDigest.isEqual(magic, MAGIC);
  }

  static int crc(byte[] hashBefore, byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(hashBefore);
    crc.update(payload);
    return (int) crc.getValue();
  }

  static byte[] hashAfter(byte[] hashBefore, byte[] payload) {
    MessageDigest digest = digest();
    digest.update(hashBefore);
    return digest.digest(payload);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java runtime has no SHA-256.\nMaybe it was reduced with jlink.", e);
    }
  }
}
