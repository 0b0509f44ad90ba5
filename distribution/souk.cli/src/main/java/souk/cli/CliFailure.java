package souk.cli;

/** Ends a verb with a message for the person at the terminal and an exit code for the shell. */
final class CliFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  CliFailure(ExitCode code, String message) {
    this(code, message, null);
  }

  CliFailure(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
