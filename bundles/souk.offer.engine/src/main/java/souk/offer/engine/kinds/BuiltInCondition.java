package souk.offer.engine.kinds;

import java.util.List;
import java.util.Optional;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.OfferContext;

/** A kind of condition whose parameters can be read ahead of the quotes. */
public interface BuiltInCondition extends ConditionKind {
  /**
   * @throws IllegalArgumentException if the parameters are wrong
   */
  CompiledCondition compile(Spec spec);

  @Override
  default List<Reason> validate(Spec spec) {
    return Parameters.problems(spec, this::compile);
  }

  @Override
  default Optional<Reason> fails(Spec spec, OfferContext context) {
    return compile(spec).fails(context);
  }
}
