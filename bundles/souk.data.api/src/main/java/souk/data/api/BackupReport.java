package souk.data.api;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one backup holds.
 *
 * @param file where the archive lies
 * @param bytes its size
 * @param sha256 of the archive, hexadecimal
 * @param at the moment it shows
 * @param files files in it, without its manifest
 * @param heldMillis how long publications and other durable decisions waited
 * @param loadsHeldMillis how long loads waited
 * @param totalMillis from the request to the finished archive
 * @param marks how far each store had come at that moment, by name
 */
public record BackupReport(
    String file,
    long bytes,
    String sha256,
    Instant at,
    int files,
    long heldMillis,
    long loadsHeldMillis,
    long totalMillis,
    Map<String, String> marks) {
  public BackupReport {
    marks = Collections.unmodifiableMap(new TreeMap<>(marks));
  }
}
