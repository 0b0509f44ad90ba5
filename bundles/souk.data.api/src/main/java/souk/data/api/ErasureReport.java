package souk.data.api;

import java.time.Instant;
import java.util.List;

/**
 * What an erasure did; names nobody.
 *
 * @param id of the erasure
 * @param subject keyed hash of the customer's id; the same customer has the same one
 * @param at when it was complete
 * @param parts what was kept about the customer, and what became of it
 * @param bytesBefore bytes of warehouse and journal before they were written anew
 * @param bytesAfter bytes of both afterwards
 * @param millis how long it took
 * @param backups archives in the state folder that were written before; they still hold the
 *     customer until somebody deletes them
 */
public record ErasureReport(
    String id,
    String subject,
    Instant at,
    List<ErasedPart> parts,
    long bytesBefore,
    long bytesAfter,
    long millis,
    List<String> backups) {
  public ErasureReport {
    parts = List.copyOf(parts);
    backups = List.copyOf(backups);
  }
}
