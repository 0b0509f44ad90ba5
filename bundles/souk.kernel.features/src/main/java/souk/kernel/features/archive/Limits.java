package souk.kernel.features.archive;

/**
 * What an archive may hold.
 *
 * @param archiveBytes most bytes as sent
 * @param inflatedBytes most bytes unpacked, of the archive and of each bundle in it
 * @param ratio most unpacked bytes for one packed byte, once an entry has a megabyte
 * @param archiveEntries most entries of the archive
 * @param bundleEntries most entries of a bundle
 */
public record Limits(
    long archiveBytes, long inflatedBytes, int ratio, int archiveEntries, int bundleEntries) {
  /** Enough for the largest feature of the distribution, twice. */
  public static Limits usual() {
    return new Limits(512L << 20, 1L << 30, 200, 2_000, 20_000);
  }
}
