package souk.offer.api;

import java.math.BigDecimal;
import souk.model.Money;

/**
 * Tax of one line of a quote.
 *
 * @param lineId the line
 * @param percent rate
 * @param tax contained in the net amount, or on top of it where prices are without tax; rounded
 *     half-even once
 */
public record LineTax(String lineId, BigDecimal percent, Money tax) {}
