package souk.offer.coupons.record;

/** Bytes that are no entry of the ledger. Unchecked. */
public final class BadRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadRecordException(String found) {
    super("A row of the ledger holds " + found + ".");
  }
}
