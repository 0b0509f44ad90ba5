package souk.trust.api;

import souk.model.Reason;

/**
 * A rule that a plan breaks.
 *
 * @param rule stable code of the rule, for example {@code margin-floor}
 * @param where line of the plan, for example a SKU
 * @param severity {@code BLOCK} stops the plan; {@code SECOND_PERSON} needs another approver
 * @param reason value, limit and remedy
 */
public record Violation(String rule, String where, Severity severity, Reason reason) {
  /** What a violation leads to. */
  public enum Severity {
    SECOND_PERSON,
    BLOCK
  }
}
