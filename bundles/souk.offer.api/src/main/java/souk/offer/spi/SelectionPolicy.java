package souk.offer.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Chooses among candidates. The engine applies the choice, caps at floors and allocates; a choice
 * that breaks stacking or exclusivity is nonsense and falls back. Must be deterministic and safe
 * for use by many threads.
 */
@ConsumerType
public interface SelectionPolicy {
  /** Chooses; an empty choice is allowed. */
  Selection select(SelectionProblem problem);

  /**
   * Chooses with a view of offers on net amounts, whose value depends on the others. This is what
   * the engine calls; a policy that does not override it takes such offers for what they would take
   * off the undiscounted cart.
   */
  default Selection choose(Choices choices) {
    return select(choices.problem());
  }
}
