package souk.numeric.lib.metrics;

/**
 * A figure with its doubt.
 *
 * @param value of all rows
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {}
