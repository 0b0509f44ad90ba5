package souk.kernel.runtime.decisions;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import souk.kernel.api.Decision;

/**
 * Records as they will stand in a segment, one behind the other in one array that is used again.
 * For use by one thread.
 */
final class RecordBatch {
  /** An array that grew beyond this is given back. */
  private static final int KEPT = 1 << 20;

  private static final byte[] HEAD = new byte[RecordFormat.RECORD_HEAD];

  private final DecisionJson json;
  private final MessageDigest digest = RecordFormat.digest();
  private final CRC32C crc = new CRC32C();
  private final byte[] chain = new byte[RecordFormat.HASH];
  private Bytes out = new Bytes();

  RecordBatch(DecisionJson json) {
    this.json = json;
  }

  /** What was written, without a copy. */
  private static final class Bytes extends ByteArrayOutputStream {
    private Bytes() {
      super(1 << 16);
    }

    private byte[] array() {
      return buf;
    }
  }

  /** The records of some decisions, valid until the next call. */
  ByteBuffer of(List<Decision> decisions, byte[] hashBefore) {
    if (out.array().length > KEPT) {
      out = new Bytes();
    }
    out.reset();
    System.arraycopy(hashBefore, 0, chain, 0, chain.length);
    for (Decision decision : decisions) {
      add(decision);
    }
    return ByteBuffer.wrap(out.array(), 0, out.size());
  }

  private void add(Decision decision) {
    int from = out.size();
    out.writeBytes(HEAD);
    json.write(decision, out);
    int hashed = from + RecordFormat.RECORD_HEAD - RecordFormat.HASH;
    int length = out.size() - hashed;
    byte[] array = out.array();
    System.arraycopy(chain, 0, array, hashed, chain.length);
    crc.reset();
    crc.update(array, hashed, length);
    ByteBuffer.wrap(array, from, RecordFormat.RECORD_HEAD)
        .putInt(length - RecordFormat.HASH)
        .putInt((int) crc.getValue());
    digest.update(array, hashed, length);
    try {
      digest.digest(chain, 0, chain.length);
    } catch (DigestException impossible) {
      throw new IllegalStateException("A hash has another length than SHA-256.", impossible);
    }
  }

  /** Hash after the last record. */
  byte[] hashAfter() {
    return Arrays.copyOf(chain, chain.length);
  }
}
