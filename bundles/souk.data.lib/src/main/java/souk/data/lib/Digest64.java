package souk.data.lib;

/**
 * A 64-bit digest of texts and numbers that never changes between versions: FNV-1a (Fowler, Noll,
 * Vo) over UTF-16 units with a separator after each part, finished with the mixer of SplitMix64
 * (Steele, Lea, Flood 2014). Not for use against adversaries.
 */
final class Digest64 {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private long state = OFFSET;

  Digest64 add(String text) {
    for (int i = 0; i < text.length(); i++) {
      state = (state ^ text.charAt(i)) * PRIME;
    }
    state = (state ^ 0x1F0000L) * PRIME;
    return this;
  }

  Digest64 add(long number) {
    for (int shift = 0; shift < 64; shift += 16) {
      state = (state ^ (number >>> shift & 0xFFFF)) * PRIME;
    }
    return this;
  }

  long value() {
    long z = state;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
