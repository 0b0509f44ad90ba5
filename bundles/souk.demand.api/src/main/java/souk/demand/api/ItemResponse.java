package souk.demand.api;

import java.util.Optional;
import souk.model.Interval;
import souk.model.Reason;
import souk.model.Sku;

/**
 * How one article's demand answers to its price: {@code units(p) = baseUnits · (p /
 * basePrice)^elasticity}.
 *
 * @param sku the article
 * @param elasticity own-price elasticity; after shrinkage
 * @param interval of the elasticity
 * @param standardError of the elasticity
 * @param identified false if the data do not tell; the elasticity is then the pooled one and must
 *     not be used to change a price
 * @param reason why not identified, or empty
 * @param baseUnits expected units per week at {@code basePrice}
 * @param basePrice recent price in major units
 * @param weeks weeks used
 * @param distinctPrices different prices seen
 */
public record ItemResponse(
    Sku sku,
    double elasticity,
    Interval interval,
    double standardError,
    boolean identified,
    Optional<Reason> reason,
    double baseUnits,
    double basePrice,
    int weeks,
    int distinctPrices) {}
