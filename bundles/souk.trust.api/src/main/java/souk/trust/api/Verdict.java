package souk.trust.api;

import java.util.List;

/**
 * What the guards say of a plan.
 *
 * @param guards ids of the guards that judged
 * @param violations what they found; empty if nothing
 */
public record Verdict(List<String> guards, List<Violation> violations) {
  public Verdict {
    guards = List.copyOf(guards);
    violations = List.copyOf(violations);
  }

  public boolean blocked() {
    return violations.stream().anyMatch(v -> v.severity() == Violation.Severity.BLOCK);
  }
}
