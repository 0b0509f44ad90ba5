package souk.kernel.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remembers durably who changed what, when and why. Changes are recorded before they hold. Safe for
 * use by many threads.
 *
 * <pre>{@code
 * trail.record(
 *     AuditEntry.builder(actor, "feature.install", "souk.feature.plan")
 *         .reason(reason).before("absent").after("0.2.0").build());
 * }</pre>
 */
@ProviderType
public interface AuditTrail {
  /**
   * Records a change; returns, with its id and time, when it is on stable storage.
   *
   * @throws java.io.UncheckedIOException if it could not be made durable; the change must not hold
   *     then
   */
  AuditEntry record(AuditEntry entry);

  /**
   * Newest first; also those of earlier versions and runs. Only a bounded number of the newest
   * entries can be searched; older ones stay in the decision log.
   *
   * @param limit most entries wanted, 1 or more
   */
  List<AuditEntry> entries(AuditQuery query, int limit);
}
