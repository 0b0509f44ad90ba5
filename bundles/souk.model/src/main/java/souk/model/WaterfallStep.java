package souk.model;

/**
 * One step of a waterfall from one amount of money to another; the steps sum exactly.
 *
 * @param code stable name of the step, for example {@code list-price}, {@code offer:SUMMER}
 * @param text in English
 * @param amount signed change
 */
public record WaterfallStep(String code, String text, Money amount) {}
