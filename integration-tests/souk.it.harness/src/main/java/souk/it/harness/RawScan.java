package souk.it.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Looks for a text in every byte of every file of a folder: as UTF-8 and as UTF-16 of both orders,
 * and in compressed files inflated.
 */
public final class RawScan {
  private final byte[][] wanted;

  public RawScan(String text) {
    this.wanted =
        new byte[][] {
          text.getBytes(StandardCharsets.UTF_8),
          text.getBytes(StandardCharsets.UTF_16LE),
          text.getBytes(StandardCharsets.UTF_16BE)
        };
  }

  /** Occurrences by file, relative to the folder; files without one are left out. */
  public Map<String, Long> in(Path folder) throws IOException {
    Map<String, Long> found = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        long count = in(file, file.toString().endsWith(".gz"));
        if (count > 0) {
          found.put(folder.relativize(file).toString(), count);
        }
      }
    } catch (NoSuchFileException gone) {
      // A file of a running platform that was just exchanged: look again.
      return in(folder);
    }
    return found;
  }

  private long in(Path file, boolean compressed) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
        InputStream bytes = compressed ? new GZIPInputStream(raw) : raw) {
      return count(bytes);
    }
  }

  private long count(InputStream bytes) throws IOException {
    int longest = Math.max(wanted[1].length, wanted[2].length);
    byte[] window = new byte[1 << 20];
    int filled = 0;
    long found = 0;
    while (true) {
      int read = bytes.readNBytes(window, filled, window.length - filled);
      filled += read;
      boolean end = filled < window.length;
      // What begins in the last bytes is counted with the next window.
      int starts = end ? filled : filled - longest;
      for (int at = 0; at < starts; at++) {
        for (byte[] one : wanted) {
          found += matches(window, at, filled, one) ? 1 : 0;
        }
      }
      if (end) {
        return found;
      }
      System.arraycopy(window, starts, window, 0, filled - starts);
      filled -= starts;
    }
  }

  private static boolean matches(byte[] window, int at, int filled, byte[] wanted) {
    if (window[at] != wanted[0] || at + wanted.length > filled) {
      return false;
    }
    for (int i = 1; i < wanted.length; i++) {
      if (window[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
