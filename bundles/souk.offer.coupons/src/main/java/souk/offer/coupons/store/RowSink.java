package souk.offer.coupons.store;

/** Takes rows in order. */
@FunctionalInterface
public interface RowSink {
  void row(long seq, byte[] row) throws LogException;
}
