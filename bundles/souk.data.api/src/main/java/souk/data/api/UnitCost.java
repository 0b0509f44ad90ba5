package souk.data.api;

import souk.model.Money;

/**
 * Cost of one unit.
 *
 * @param amount cost per unit
 * @param assumed true if the retailer gave no cost and it was derived from the configured share of
 *     the price; every margin computed from it must say so
 */
public record UnitCost(Money amount, boolean assumed) {}
