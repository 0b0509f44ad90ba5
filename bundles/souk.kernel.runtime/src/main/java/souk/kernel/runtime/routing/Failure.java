package souk.kernel.runtime.routing;

import org.jspecify.annotations.Nullable;

/**
 * How a call went wrong.
 *
 * @param kind what happened
 * @param text in words for people; holds no reference to the strategy
 * @param cause what was thrown, or null
 * @param beganNanos when a late call began, as of {@link System#nanoTime}; else 0
 */
record Failure(Kind kind, String text, @Nullable Throwable cause, long beganNanos) {
  private static final int MAX_TEXT = 300;

  /** What happened. */
  enum Kind {
    THREW,
    /** It answered what the contract forbids. */
    NONSENSE,
    LATE,
    /** It was not asked, because no thread was free. */
    UNHEARD
  }

  /** True if time ran out, for whatever reason. */
  boolean deadline() {
    return kind == Kind.LATE || kind == Kind.UNHEARD;
  }

  static Failure of(Throwable thrown) {
    if (thrown instanceof Nonsense nonsense) {
      return new Failure(
          Kind.NONSENSE, "answered nonsense: " + clip(nonsense.getMessage()), null, 0);
    }
    return new Failure(Kind.THREW, "threw " + describe(thrown), thrown, 0);
  }

  /** The strategy was not asked at all. */
  static Failure unheard(String text) {
    return new Failure(Kind.UNHEARD, text, null, 0);
  }

  /**
   * @param where where it was then, in words; may be empty
   */
  static Failure late(long beganNanos, long deadlineMillis, String where) {
    return new Failure(
        Kind.LATE, "did not answer within " + deadlineMillis + " ms" + where, null, beganNanos);
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
