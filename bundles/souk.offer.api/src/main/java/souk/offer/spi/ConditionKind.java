package souk.offer.spi;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.model.Reason;
import souk.model.Spec;

/**
 * Evaluates one kind of condition. Found by kind; registered as a strategy of the role {@code
 * ConditionKind} whose id is the kind. Must be pure and safe for use by many threads.
 */
@ConsumerType
public interface ConditionKind {
  /** What is wrong with the parameters; empty if fine. */
  List<Reason> validate(Spec spec);

  /** Why the condition does not hold, with figures; empty if it holds. */
  Optional<Reason> fails(Spec spec, OfferContext context);
}
