package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;

/** What happened so far in one call; for use by one thread. */
final class CallTrace {
  private final long startNanos = System.nanoTime();
  private @Nullable List<Slot> tried;
  private @Nullable String firstReason;
  private @Nullable Throwable firstCause;
  private boolean onlyDeadlines = true;
  private @Nullable Failure lastFailure;

  long startNanos() {
    return startNanos;
  }

  boolean tried(Slot slot) {
    return tried != null && tried.contains(slot);
  }

  /** Notes a strategy that could not be asked. */
  void skipped(StrategyRef ref, String why) {
    if (firstReason == null) {
      firstReason = ref.strategy() + "@" + ref.version() + " " + why;
    }
  }

  /** Notes a strategy that was asked in vain. */
  void failed(Slot slot, Failure failure) {
    if (tried == null) {
      tried = new ArrayList<>(2);
    }
    tried.add(slot);
    skipped(slot.ref(), failure.text());
    if (firstCause == null) {
      firstCause = failure.cause();
    }
    onlyDeadlines &= failure.deadline();
    lastFailure = failure;
  }

  @Nullable String firstReason() {
    return firstReason;
  }

  @Nullable Failure lastFailure() {
    return lastFailure;
  }

  RoutingException exhausted(Role role) {
    if (tried == null && firstReason == null) {
      return new RoutingException(
          RoutingException.Code.NO_STRATEGY,
          "No strategy for role %s is here.%nMaybe its bundle is not installed or not started."
              .formatted(role.name()));
    }
    RoutingException.Code code =
        tried == null
            ? RoutingException.Code.NO_STRATEGY
            : onlyDeadlines ? RoutingException.Code.DEADLINE : RoutingException.Code.ALL_FAILED;
    String text =
        "No strategy of role %s could answer; first: %s.".formatted(role.name(), firstReason);
    return firstCause == null
        ? new RoutingException(code, text)
        : new RoutingException(code, text, firstCause);
  }
}
