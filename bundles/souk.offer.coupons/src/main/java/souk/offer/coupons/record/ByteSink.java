package souk.offer.coupons.record;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects bytes, big endian. For one thread. */
public final class ByteSink {
  private ByteBuffer bytes;

  public ByteSink() {
    this(256);
  }

  /**
   * @param expected bytes, so that nothing is copied when there are not more
   */
  public ByteSink(int expected) {
    this.bytes = ByteBuffer.allocate(expected);
  }

  public ByteSink u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  public ByteSink i32(int value) {
    room(4).putInt(value);
    return this;
  }

  public ByteSink i64(long value) {
    room(8).putLong(value);
    return this;
  }

  public ByteSink hash(Hash128 hash) {
    return i64(hash.high()).i64(hash.low());
  }

  public ByteSink text(String text) {
    return block(text.getBytes(StandardCharsets.UTF_8));
  }

  public ByteSink decimal(BigDecimal value) {
    return i32(value.scale()).block(value.unscaledValue().toByteArray());
  }

  /** Bytes behind their length. */
  public ByteSink block(byte[] block) {
    i32(block.length);
    return raw(block);
  }

  public ByteSink raw(byte[] block) {
    room(block.length).put(block);
    return this;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** What was collected, without copying it; to be read before more is collected. */
  public ByteBuffer view() {
    return bytes.duplicate().flip();
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      long twice = Math.min(bytes.capacity() * 2L, Integer.MAX_VALUE - 8);
      int size = (int) Math.max(Math.addExact(bytes.position(), more), twice);
      bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size)).position(bytes.position());
    }
    return bytes;
  }
}
