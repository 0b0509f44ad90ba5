package souk.kernel.runtime.routing;

/** Which side of a trial a traffic key is on: the same one for ever, evenly spread over keys. */
final class TrafficSide {
  private TrafficSide() {}

  /** A number in [0, 1) for a key (FNV-1a over its characters, then the SplitMix64 finalizer). */
  static double of(String key, long salt) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
    }
    return of(hash, salt);
  }

  static double of(long number, long salt) {
    long z = number + salt * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-53;
  }
}
