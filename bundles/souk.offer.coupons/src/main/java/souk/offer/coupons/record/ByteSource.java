package souk.offer.coupons.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} collected. For one thread. */
public final class ByteSource {
  private final ByteBuffer bytes;

  public ByteSource(byte[] all, int from) {
    this(ByteBuffer.wrap(all, from, all.length - from));
  }

  /**
   * @param bytes over an array; taken over
   */
  public ByteSource(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** So many bytes. */
  public byte[] bytes(int count) {
    byte[] some = new byte[count];
    need(count).get(some);
    return some;
  }

  public int u8() {
    return need(1).get() & 0xFF;
  }

  public int i32() {
    return need(4).getInt();
  }

  public long i64() {
    return need(8).getLong();
  }

  public Hash128 hash() {
    return new Hash128(i64(), i64());
  }

  public String text() {
    int length = count(1);
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  public BigDecimal decimal() {
    int scale = i32();
    byte[] unscaled = block();
    if (unscaled.length == 0) {
      throw new BadRecordException("a number without digits");
    }
    return new BigDecimal(new BigInteger(unscaled), scale);
  }

  public byte[] block() {
    byte[] block = new byte[count(1)];
    bytes.get(block);
    return block;
  }

  /** A number of things that each need some bytes, so that no length can ask for too much. */
  public int count(int bytesEach) {
    int count = i32();
    if (count < 0 || (long) count * bytesEach > bytes.remaining()) {
      throw new BadRecordException("a length of " + count);
    }
    return count;
  }

  public void end() {
    if (bytes.hasRemaining()) {
      throw new BadRecordException(bytes.remaining() + " bytes too many");
    }
  }

  private ByteBuffer need(int count) {
    if (bytes.remaining() < count) {
      throw new BadRecordException("the end, too early");
    }
    return bytes;
  }
}
