package souk.data.connector.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import souk.data.api.LoadException;

/**
 * Stops a compressed file that grows out of all proportion. Ordinary tables shrink 3 to 30 times;
 * gzip can shrink a file of zeros about 1,000 times.
 */
final class BoundedInflation extends FilterInputStream {
  private final CountingStream compressed;
  private final String location;
  private final InflationLimit limit;
  private long inflated;

  BoundedInflation(
      InputStream in, CountingStream compressed, String location, InflationLimit limit) {
    super(in);
    this.compressed = compressed;
    this.location = location;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    grow(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    grow(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void grow(int bytes) {
    inflated += bytes;
    boolean tooLarge = inflated > limit.maxBytes();
    boolean tooSteep =
        inflated > limit.graceBytes()
            && inflated > limit.maxRatio() * Math.max(1, compressed.count());
    if (tooLarge || tooSteep) {
      throw new LoadException(
          "file.inflates-too-much",
          "The file %s unpacks to more than %d bytes from %d bytes read.%nMaybe it is damaged or hostile; if it is sound, unpack it and load the plain file, or raise the limit in the configuration of the files connector."
              .formatted(location, inflated, compressed.count()));
    }
  }
}
