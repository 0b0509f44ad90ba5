package souk.trust.api;

import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Actor;

/** Lets people decide on plans. Every step is durable before the answer. Safe for many threads. */
@ProviderType
public interface Approvals {
  /**
   * Where a plan stands; judges it by the guards if that was not done yet.
   *
   * @throws TrustException if there is no such plan
   */
  Review review(String planId);

  /**
   * Approves a plan.
   *
   * @throws TrustException if the guards block it or its state does not allow it
   */
  Review approve(String planId, Actor actor, String reason);

  /**
   * Rejects a plan.
   *
   * @throws TrustException if its state does not allow it
   */
  Review reject(String planId, Actor actor, String reason);
}
