package souk.launcher;

/** What the process tells its caller when it ends; documented in {@code bin/souk help}. */
enum ExitCode {
  OK(0),
  FAILED(1),
  USAGE(2),
  STATE_IN_USE(3),
  PORT_IN_USE(4),
  BROKEN_INSTALLATION(5),
  BROKEN_STATE(6),
  OUT_OF_MEMORY(8);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  int value() {
    return value;
  }
}
