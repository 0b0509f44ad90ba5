package souk.evidence.api;

/**
 * A figure defined once, so that it is the same everywhere.
 *
 * @param id kebab case
 * @param name for people
 * @param numerator what is summed
 * @param denominator what it is divided by; empty text for none
 * @param unit for example {@code major currency units per week}
 */
public record Metric(String id, String name, String numerator, String denominator, String unit) {}
