package souk.plan.lib.choice;

import java.util.Objects;

/**
 * Says which constraints of a ladder problem cannot be met together. {@link #conflict()} names
 * them; the message adds the numbers and what would have to change.
 */
public final class InfeasibleChoiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String conflict;

  InfeasibleChoiceException(String conflict, String message) {
    super(message);
    this.conflict = conflict;
  }

  /** The conflicting rules, such as {@code "budget"} or {@code "budget, minimum-units"}. */
  public String conflict() {
    return conflict;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
