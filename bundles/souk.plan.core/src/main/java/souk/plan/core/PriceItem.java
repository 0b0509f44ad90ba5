package souk.plan.core;

import java.util.Optional;
import souk.data.api.Item;
import souk.data.api.UnitCost;
import souk.demand.api.ItemResponse;
import souk.model.Money;
import souk.model.Reason;
import souk.plan.lib.price.PriceLadder;

/**
 * One article on its way into a price plan.
 *
 * @param item as the data have it
 * @param current price in force, else the list price
 * @param cost per unit
 * @param response how demand answers, if it was estimated
 * @param elasticity used for the expectation
 * @param keptBecause why no other price may be chosen, or empty
 * @param ladder its price points; one only if kept
 */
record PriceItem(
    Item item,
    Money current,
    UnitCost cost,
    Optional<ItemResponse> response,
    double elasticity,
    Optional<Reason> keptBecause,
    PriceLadder ladder) {}
