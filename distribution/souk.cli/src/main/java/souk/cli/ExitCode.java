package souk.cli;

/** What a verb tells the shell; the launcher uses the same numbers. */
enum ExitCode {
  OK(0, "done"),
  FAILED(1, "the platform refused or a job failed"),
  USAGE(2, "the command line or an input file is wrong"),
  STATE_IN_USE(3, "another process holds the state folder"),
  PORT_IN_USE(4, "the port is taken"),
  BROKEN_INSTALLATION(5, "files of the distribution or Java are missing"),
  BROKEN_STATE(6, "the state folder cannot be used"),
  NOT_RUNNING(7, "no platform runs on this state folder"),
  OUT_OF_MEMORY(8, "the platform's memory was at its end");

  private final int value;
  private final String meaning;

  ExitCode(int value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  int value() {
    return value;
  }

  static ExitCode of(int value) {
    for (ExitCode code : values()) {
      if (code.value == value) {
        return code;
      }
    }
    return FAILED;
  }

  /** The list that {@code souk --help} ends with. */
  static String table() {
    StringBuilder text = new StringBuilder();
    for (ExitCode code : values()) {
      text.append("  %d  %s%n".formatted(code.value, code.meaning));
    }
    return text.toString();
  }
}
