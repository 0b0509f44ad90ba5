package souk.data.lib;

import java.math.BigDecimal;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record: a row of a domain table or a fault. Immutable.
 *
 * @param <T> row of a domain table
 */
public final class Mapped<T> {
  private final @Nullable T row;
  private final @Nullable RowFault fault;
  private final BigDecimal exactAmount;

  private Mapped(@Nullable T row, @Nullable RowFault fault, BigDecimal exactAmount) {
    this.row = row;
    this.fault = fault;
    this.exactAmount = exactAmount;
  }

  static <T> Mapped<T> of(T row, BigDecimal exactAmount) {
    return new Mapped<>(row, null, exactAmount);
  }

  static <T> Mapped<T> fault(RowFault fault, BigDecimal exactAmount) {
    return new Mapped<>(null, fault, exactAmount);
  }

  public boolean isFault() {
    return fault != null;
  }

  /**
   * @throws NoSuchElementException if there is a fault instead
   */
  public T row() {
    if (row == null) {
      throw new NoSuchElementException("The record has a fault.");
    }
    return row;
  }

  /**
   * @throws NoSuchElementException if there is a row instead
   */
  public RowFault fault() {
    if (fault == null) {
      throw new NoSuchElementException("The record has no fault.");
    }
    return fault;
  }

  /** Quantity × price of the record, also of one with a fault if both could be read; else 0. */
  public BigDecimal exactAmount() {
    return exactAmount;
  }
}
