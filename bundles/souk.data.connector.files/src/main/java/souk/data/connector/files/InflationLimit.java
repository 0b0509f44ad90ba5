package souk.data.connector.files;

/**
 * How far a compressed file may grow.
 *
 * @param maxBytes most bytes after unpacking
 * @param graceBytes bytes after unpacking up to which the ratio does not matter
 * @param maxRatio most bytes after unpacking per byte read
 */
record InflationLimit(long maxBytes, long graceBytes, long maxRatio) {
  InflationLimit {
    if (maxBytes <= 0 || graceBytes < 0 || maxRatio <= 0) {
      throw new IllegalArgumentException(
          "Limits of unpacking must be greater than 0, but are %d bytes, %d bytes and a ratio of %d."
              .formatted(maxBytes, graceBytes, maxRatio));
    }
  }
}
