package souk.offer.api;

/** A cart cannot be quoted: unknown article, wrong currency, nothing published. Unchecked. */
public final class QuoteException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code stable, for example {@code quote.unknown-sku}
   */
  public QuoteException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
