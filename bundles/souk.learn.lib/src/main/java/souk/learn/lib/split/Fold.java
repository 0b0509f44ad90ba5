package souk.learn.lib.split;

/**
 * Rows to learn from and rows to judge by.
 *
 * @param train places of rows, increasing
 * @param test places of other rows, increasing
 */
public record Fold(int[] train, int[] test) {}
