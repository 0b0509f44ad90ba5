package souk.trust.api;

import java.util.Optional;
import java.util.Set;
import souk.model.Sku;

/**
 * How an approved plan goes to the shop.
 *
 * @param planId the plan
 * @param experimentId experiment that will judge it, if any
 * @param heldOutSkus articles that keep their price as a control group
 * @param heldOutAudience audience tag of customers who must not get its offers, if any, for example
 *     {@code experiment:E-1:control}
 */
public record PublishRequest(
    String planId,
    Optional<String> experimentId,
    Set<Sku> heldOutSkus,
    Optional<String> heldOutAudience) {
  public PublishRequest {
    heldOutSkus = Set.copyOf(heldOutSkus);
  }
}
