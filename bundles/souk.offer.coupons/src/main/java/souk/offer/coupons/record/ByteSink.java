package souk.offer.coupons.record;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects bytes, big endian. For one thread. */
public final class ByteSink {
  private ByteBuffer bytes = ByteBuffer.allocate(256);

  ByteSink u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  ByteSink i32(int value) {
    room(4).putInt(value);
    return this;
  }

  ByteSink i64(long value) {
    room(8).putLong(value);
    return this;
  }

  ByteSink hash(Hash128 hash) {
    return i64(hash.high()).i64(hash.low());
  }

  ByteSink text(String text) {
    return block(text.getBytes(StandardCharsets.UTF_8));
  }

  ByteSink decimal(BigDecimal value) {
    return i32(value.scale()).block(value.unscaledValue().toByteArray());
  }

  /** Bytes behind their length. */
  ByteSink block(byte[] block) {
    i32(block.length);
    return raw(block);
  }

  ByteSink raw(byte[] block) {
    room(block.length).put(block);
    return this;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int size = Math.max(Math.addExact(bytes.position(), more), bytes.capacity() * 2);
      bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size)).position(bytes.position());
    }
    return bytes;
  }
}
