package souk.demand.pooled;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import souk.demand.lib.pooled.PooledFit;

/**
 * A fit with what it was learned from, as bytes.
 *
 * @param fit what was learned
 * @param until first day after the data
 * @param histories increasing prints of the histories of all series
 * @param categories in the order of their numbers
 */
record KeptFit(PooledFit fit, LocalDate until, long[] histories, List<String> categories) {
  byte[] bytes() {
    byte[] names = String.join("\n", categories).getBytes(StandardCharsets.UTF_8);
    byte[] learned = fit.bytes();
    ByteBuffer out =
        ByteBuffer.allocate(
            Long.BYTES * (1 + histories.length)
                + 3 * Integer.BYTES
                + names.length
                + learned.length);
    out.putLong(until.toEpochDay()).putInt(histories.length);
    for (long print : histories) {
      out.putLong(print);
    }
    out.putInt(names.length).put(names).putInt(learned.length).put(learned);
    return out.array();
  }

  /**
   * @throws IllegalArgumentException if the bytes are none; says what is wrong
   */
  static KeptFit of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      LocalDate until = LocalDate.ofEpochDay(in.getLong());
      long[] histories = new long[length(in, Long.BYTES)];
      for (int i = 0; i < histories.length; i++) {
        histories[i] = in.getLong();
      }
      byte[] names = new byte[length(in, 1)];
      in.get(names);
      byte[] learned = new byte[length(in, 1)];
      in.get(learned);
      List<String> categories =
          Arrays.asList(new String(names, StandardCharsets.UTF_8).split("\n", -1));
      return new KeptFit(PooledFit.of(learned), until, histories, categories);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("it ends after %d bytes".formatted(bytes.length), e);
    }
  }

  private static int length(ByteBuffer in, int each) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining() / each) {
      throw new IllegalArgumentException(
          "%d entries announced, %d bytes left".formatted(length, in.remaining()));
    }
    return length;
  }

  /** Share of histories that are the same as when this was learned. */
  double same(long[] others) {
    int found = 0;
    for (long print : others) {
      found += Arrays.binarySearch(histories, print) >= 0 ? 1 : 0;
    }
    return found / (double) Math.max(1, Math.max(others.length, histories.length));
  }
}
