package souk.offer.engine;

import org.osgi.service.component.annotations.Component;
import souk.offer.lib.BestChoice;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Selector;
import souk.offer.spi.Choices;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** The allowed combination that takes the most off the cart. */
@Component(
    service = SelectionPolicy.class,
    property = {
      "souk.role=SelectionPolicy",
      "souk.strategy=best-for-customer",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Best for the customer"
    })
public final class BestForCustomer implements SelectionPolicy {
  /** Search steps after which the best combination found so far is taken. */
  static final int STEP_LIMIT = Quoting.STEP_LIMIT;

  @Override
  public Selection select(SelectionProblem problem) {
    BestChoice.Answer answer = BestChoice.choose(Combinations.of(problem), STEP_LIMIT);
    return answer.optimal()
        ? Selection.of(answer.chosen())
        : Selection.bestFound(answer.chosen(), answer.bound());
  }

  @Override
  public Selection choose(Choices choices) {
    return choices instanceof EngineChoices own
        ? own.choose(Selector.BEST_FOR_CUSTOMER)
        : ForeignChoices.best(choices, STEP_LIMIT, this);
  }
}
