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
}
