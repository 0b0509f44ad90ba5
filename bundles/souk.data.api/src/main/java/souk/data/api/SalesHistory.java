package souk.data.api;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Sku;

/**
 * Sales in the forms strategies read, so that nobody else needs to know the warehouse's tables.
 * Safe for use by many threads.
 */
@ProviderType
public interface SalesHistory {
  /** Name of the panel covariate with the mean price paid per unit, in major units. */
  String PRICE = "price";

  /** Empty if nothing is loaded. */
  Optional<SalesSummary> summary();

  /** Currency of the loaded sales; GBP, say. */
  Optional<Currency> currency();

  /**
   * Units per article and week, Monday to Sunday, the article with the highest revenue first;
   * series id = SKU. Counted are sales of articles at a price: returns, stock corrections and gifts
   * are left out, so negative weeks cannot occur; so is a sale that the same customer cancelled in
   * full within two days (an order typed wrongly). A first or last week is left out if the data
   * lack one of its usual trading days. Weeks before an article's first sale are not part of its
   * series; a later week without sale is 0. Covariate {@link #PRICE}: mean price paid; in weeks
   * without sale the last known price. An empty panel if nothing is loaded.
   */
  Panel weekly(SalesQuery query);

  /** Like {@link #weekly}, per day. */
  Panel daily(SalesQuery query);

  /** Order lines of known articles, oldest first, returns included. */
  PurchaseLog purchases(SalesQuery query);

  /** Articles, the one with the highest revenue first. */
  List<Item> items(SalesQuery query);

  Optional<Item> item(Sku sku);

  /**
   * Adds simulated weeks under the name of a run, replacing what that run wrote before. They are
   * only ever returned when asked for.
   */
  void addSimulated(String runId, Collection<SimulatedWeek> weeks);
}
