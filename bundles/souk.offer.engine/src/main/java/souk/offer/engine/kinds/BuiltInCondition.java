package souk.offer.engine.kinds;

import java.util.List;
import java.util.Optional;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.lib.compiled.ConditionForm;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.OfferContext;

/** A kind of condition whose parameters are read ahead of the quotes. */
public final class BuiltInCondition implements ConditionKind {
  private final Reader reader;

  /** Reads parameters. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param net true if amounts are what earlier offers have left, unless the spec says otherwise
     * @throws IllegalArgumentException if the parameters are wrong
     */
    ConditionForm read(Spec spec, boolean net);
  }

  BuiltInCondition(Reader reader) {
    this.reader = reader;
  }

  /**
   * @throws IllegalArgumentException if the parameters are wrong
   */
  public ConditionForm read(Spec spec, boolean net) {
    return reader.read(spec, net);
  }

  @Override
  public List<Reason> validate(Spec spec) {
    return Parameters.problems(spec, s -> read(s, false));
  }

  @Override
  public Optional<Reason> fails(Spec spec, OfferContext context) {
    return OneKind.fails(read(spec, false), spec, context);
  }
}
