package souk.data.api;

import org.osgi.annotation.versioning.ProviderType;
import souk.model.Money;
import souk.model.Sku;

/** What an article costs the retailer. */
@ProviderType
public interface Costs {
  /**
   * Cost of one unit: as loaded, else the assumed share of the reference price.
   *
   * @param reference price per unit that the share applies to if no cost is known
   */
  UnitCost unitCost(Sku sku, Money reference);

  /** Assumed unit cost as a share of the price, in (0, 1), for articles without a loaded cost. */
  double assumedShare();
}
