package souk.customer.lib.rfm;

import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Quintile scores 1–5 of recency, frequency and spend, row by row of an {@link RfmTable}; 5 is best
 * (most recent, most frequent, most spent). Immutable.
 */
public final class RfmScores {
  private static final int CLASSES = 5;

  private final int[] recency;
  private final int[] frequency;
  private final int[] spend;

  private RfmScores(int[] recency, int[] frequency, int[] spend) {
    this.recency = recency;
    this.frequency = frequency;
    this.spend = spend;
  }

  public static RfmScores of(RfmTable table) {
    return new RfmScores(
        QuantileScores.lowerIsBetter(column(table, table::recencyDays), CLASSES),
        QuantileScores.higherIsBetter(column(table, table::frequency), CLASSES),
        QuantileScores.higherIsBetter(column(table, table::spendMinor), CLASSES));
  }

  public int recency(int row) {
    return recency[row];
  }

  public int frequency(int row) {
    return frequency[row];
  }

  public int spend(int row) {
    return spend[row];
  }

  /** The mean of frequency and spend score, halves rounded up: the second axis of the grid. */
  public int activity(int row) {
    return (frequency[row] + spend[row] + 1) / 2;
  }

  /** The customer's cell, for example {@code 5-4-5}. */
  public String cell(int row) {
    return recency[row] + "-" + frequency[row] + "-" + spend[row];
  }

  public RfmClass rfmClass(int row) {
    return RfmClass.of(recency[row], activity(row));
  }

  private static long[] column(RfmTable table, IntToLongFunction value) {
    return IntStream.range(0, table.size()).mapToLong(value).toArray();
  }
}
