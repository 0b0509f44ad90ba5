package souk.offer.coupons.store;

/** The store of rows or marks failed. */
public final class LogException extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean reopen;

  /**
   * @param reopen true if the store says itself what became of the last commit, so that it may be
   *     read again; false after a failed flush, when nothing that the process reads can be trusted
   */
  public LogException(String message, Throwable cause, boolean reopen) {
    super(message, cause);
    this.reopen = reopen;
  }

  public boolean mayReopen() {
    return reopen;
  }
}
