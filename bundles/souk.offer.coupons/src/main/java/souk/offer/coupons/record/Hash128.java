package souk.offer.coupons.record;

import java.nio.ByteBuffer;

/**
 * The first 128 bits of a keyed hash; zero stands for none.
 *
 * @param high never zero for a hash
 * @param low the rest
 */
public record Hash128(long high, long low) {
  public static final Hash128 NONE = new Hash128(0, 0);

  /** Of the first 16 bytes of a digest. */
  public static Hash128 of(byte[] digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    long high = bytes.getLong();
    return new Hash128(high == 0 ? 1 : high, bytes.getLong());
  }

  /** A hash that stands for a number. */
  public static Hash128 ofNumber(long number) {
    long mixed = mix(number);
    return new Hash128(mixed == 0 ? 1 : mixed, number);
  }

  /** A hash of this one together with a number. */
  public Hash128 with(long number) {
    long mixed = high ^ mix(number + 0x9E3779B97F4A7C15L);
    return new Hash128(mixed == 0 ? 1 : mixed, low + mix(number));
  }

  public boolean present() {
    return high != 0;
  }

  private static long mix(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
