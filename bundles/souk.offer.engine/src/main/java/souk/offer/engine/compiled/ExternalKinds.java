package souk.offer.engine.compiled;

import java.util.Optional;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.spi.OfferContext;

/** Kinds that come from other bundles, as one quote sees them. For one thread. */
public interface ExternalKinds {
  /**
   * Evaluates a condition.
   *
   * @throws KindUnavailableException if nobody can
   */
  Optional<Reason> fails(Spec spec, OfferContext context);

  /**
   * Evaluates an effect.
   *
   * @throws KindUnavailableException if nobody can
   */
  long[] discountsMinor(Spec spec, OfferContext context);

  /** The evaluator of a kind is not there or failed. */
  final class KindUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;

    public KindUnavailableException(Reason reason, Throwable cause) {
      super(reason.text(), cause);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }
}
