package souk.kernel.runtime.decisions;

import java.util.List;

/**
 * How much of the passing entries is kept, in whole segments. Durable entries are never asked
 * about: they are kept for ever.
 *
 * @param maxBytes of all segments together; 0 for no limit
 * @param maxAgeMillis of the youngest entry of a segment; 0 for no limit
 */
record Retention(long maxBytes, long maxAgeMillis) {
  static final Retention NONE = new Retention(0, 0);

  Retention {
    if (maxBytes < 0 || maxAgeMillis < 0) {
      throw new IllegalArgumentException(
          "Limits of the decision log must be 0 or more, but are %d bytes and %d ms."
              .formatted(maxBytes, maxAgeMillis));
    }
  }

  /**
   * Segments that go, oldest first: always the oldest ones, so that no gap comes to be.
   *
   * @param finished oldest first
   * @param reservedBytes what the segment being written may grow to
   */
  List<Segment> expired(List<Segment> finished, long reservedBytes, long nowMillis) {
    long bytes = reservedBytes;
    for (Segment segment : finished) {
      bytes += segment.bytes();
    }
    int gone = 0;
    for (Segment segment : finished) {
      boolean tooMuch = maxBytes > 0 && bytes > maxBytes;
      boolean tooOld = maxAgeMillis > 0 && segment.lastMillis() < nowMillis - maxAgeMillis;
      if (!tooMuch && !tooOld) {
        break;
      }
      bytes -= segment.bytes();
      gone++;
    }
    return finished.subList(0, gone);
  }
}
