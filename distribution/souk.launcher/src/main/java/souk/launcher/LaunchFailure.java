package souk.launcher;

/**
 * A reason not to start, written for the person at the terminal: what, where, which value, what to
 * do.
 */
public final class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  LaunchFailure(ExitCode code, String message) {
    this(code, message, null);
  }

  LaunchFailure(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
