package souk.offer.engine.kinds;

import java.util.List;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.api.Benefit;
import souk.offer.lib.compiled.EffectForm;
import souk.offer.spi.EffectKind;
import souk.offer.spi.OfferContext;

/** A kind of effect whose parameters are read ahead of the quotes. */
public final class BuiltInEffect implements EffectKind {
  private final Reader reader;

  /** Reads parameters. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param perOrder the most it may repeat within one order
     * @throws IllegalArgumentException if the parameters are wrong
     */
    EffectForm read(Spec spec, long perOrder);
  }

  BuiltInEffect(Reader reader) {
    this.reader = reader;
  }

  /**
   * @throws IllegalArgumentException if the parameters are wrong
   */
  public EffectForm read(Spec spec, long perOrder) {
    return reader.read(spec, perOrder);
  }

  @Override
  public List<Reason> validate(Spec spec) {
    return Parameters.problems(spec, s -> read(s, Long.MAX_VALUE));
  }

  @Override
  public long[] discountsMinor(Spec spec, OfferContext context) {
    return OneKind.discounts(read(spec, Long.MAX_VALUE), context);
  }

  @Override
  public List<Benefit> benefits(String offerId, Spec spec, OfferContext context) {
    return OneKind.benefits(offerId, read(spec, Long.MAX_VALUE), spec, context);
  }
}
