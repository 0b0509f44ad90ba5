package souk.offer.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.api.Benefit;

/**
 * Evaluates one kind of effect. Found by kind; registered as a strategy of the role {@code
 * EffectKind} whose id is the kind. Must be pure and safe for use by many threads.
 */
@ConsumerType
public interface EffectKind {
  /** What is wrong with the parameters; empty if fine. */
  List<Reason> validate(Spec spec);

  /**
   * Discount per cart line in minor units, each at least 0 and at most the line's gross amount; all
   * zero if the effect finds nothing to do.
   */
  long[] discountsMinor(Spec spec, OfferContext context);

  /**
   * What the effect gives beside money off: gifts, free shipping, points.
   *
   * @param offerId goes into each benefit
   */
  default List<Benefit> benefits(String offerId, Spec spec, OfferContext context) {
    return List.of();
  }
}
