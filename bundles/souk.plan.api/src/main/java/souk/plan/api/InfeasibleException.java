package souk.plan.api;

import java.util.List;

/** No choice satisfies all rules. Names the rules that conflict. Unchecked. */
public final class InfeasibleException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final List<String> conflict;

  public InfeasibleException(String message, List<String> conflict) {
    super(message);
    this.conflict = List.copyOf(conflict);
  }

  /** Names of the rules that cannot hold together. */
  public List<String> conflict() {
    return conflict;
  }
}
