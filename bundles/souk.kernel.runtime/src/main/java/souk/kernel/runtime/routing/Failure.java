package souk.kernel.runtime.routing;

import org.jspecify.annotations.Nullable;

/**
 * How a call went wrong.
 *
 * @param text in words for people; holds no reference to the strategy
 * @param cause what was thrown, or null
 * @param deadline true if it did not answer in time
 */
record Failure(String text, @Nullable Throwable cause, boolean deadline) {
  private static final int MAX_TEXT = 300;

  static Failure of(Throwable thrown) {
    if (thrown instanceof Nonsense nonsense) {
      return new Failure("answered nonsense: " + clip(nonsense.getMessage()), null, false);
    }
    return new Failure("threw " + describe(thrown), thrown, false);
  }

  static Failure late(long deadlineMillis) {
    return new Failure("did not answer within " + deadlineMillis + " ms", null, true);
  }

  private static String describe(Throwable thrown) {
    String text = thrown.getClass().getName();
    try {
      text += ": " + clip(thrown.getMessage());
      StackTraceElement[] trace = thrown.getStackTrace();
      return trace.length == 0 ? text : text + " (at " + trace[0] + ")";
    } catch (Throwable inDescription) {
      return text;
    }
  }

  private static String clip(@Nullable String text) {
    String known = String.valueOf(text);
    return known.length() <= MAX_TEXT ? known : known.substring(0, MAX_TEXT) + "…";
  }

  /** Carries a complaint about an answer; has no stack trace. */
  static final class Nonsense extends Exception {
    private static final long serialVersionUID = 1L;

    Nonsense(String complaint) {
      super(complaint, null, false, false);
    }
  }
}
