package souk.offer.engine.kinds;

import java.util.List;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.spi.EffectKind;
import souk.offer.spi.OfferContext;

/** A kind of effect whose parameters can be read ahead of the quotes. */
public interface BuiltInEffect extends EffectKind {
  /**
   * @throws IllegalArgumentException if the parameters are wrong
   */
  CompiledEffect compile(Spec spec);

  @Override
  default List<Reason> validate(Spec spec) {
    return Parameters.problems(spec, this::compile);
  }

  @Override
  default long[] discountsMinor(Spec spec, OfferContext context) {
    return compile(spec).discountsMinor(context);
  }
}
