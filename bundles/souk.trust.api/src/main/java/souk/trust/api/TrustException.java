package souk.trust.api;

/** An approval or a publication was refused. Unchecked; says why and what to do. */
public final class TrustException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * @param code stable, for example {@code review.not-approved}, {@code guard.blocked}
   */
  public TrustException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
