package souk.kernel.api;

import java.nio.file.Path;
import java.util.List;

/**
 * What the decision log holds at one moment: the first bytes of each of its files. They stay as
 * they are for an hour at least, so a copy may be made later without stopping the log.
 *
 * @param parts files in the order of their records
 * @param records entries in them
 * @param chainHash hash over the ends of its chains, hexadecimal
 */
public record LogCut(List<Part> parts, long records, String chainHash) {
  /**
   * The part of one file that belongs to the cut.
   *
   * @param file where it lies
   * @param bytes from its start; what follows came later
   */
  public record Part(Path file, long bytes) {}

  public LogCut {
    parts = List.copyOf(parts);
  }
}
