package souk.kernel.api;

import java.util.Objects;

/** Nobody could answer a call: no strategy is there, or all that are there failed. Unchecked. */
public final class RoutingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for programs. */
  public enum Code {
    NO_STRATEGY,
    ALL_FAILED,
    DEADLINE,
    UNKNOWN_STRATEGY,
    SELF_TEST_FAILED,
    /** The request would wait for itself. */
    REFUSED,
    SHUTTING_DOWN
  }

  private final Code code;

  public RoutingException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public RoutingException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
