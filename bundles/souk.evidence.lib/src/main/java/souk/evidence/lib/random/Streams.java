package souk.evidence.lib.random;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Independent streams of random numbers, each named by a seed and keys: the sales of one article in
 * one week draw from their own stream, so that they stay the same whatever else is simulated. Pure.
 */
public final class Streams {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Streams() {}

  /** The stream of a seed and keys, always from its beginning. */
  public static SplittableRandom of(long seed, Object... keys) {
    return new SplittableRandom(hash(seed, keys));
  }

  /**
   * 64 bits that depend on the seed and on every key: FNV-1a over the UTF-8 text of the keys,
   * finished by the mix function of SplitMix64 (Steele, Lea, Flood 2014).
   */
  public static long hash(long seed, Object... keys) {
    long h = FNV_OFFSET ^ mix(seed);
    for (Object key : keys) {
      for (byte b : String.valueOf(key).getBytes(StandardCharsets.UTF_8)) {
        h = (h ^ (b & 0xff)) * FNV_PRIME;
      }
      h = mix(h ^ 0x1f);
    }
    return h;
  }

  private static long mix(long z) {
    long x = z + 0x9e3779b97f4a7c15L;
    x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}
