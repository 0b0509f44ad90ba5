package souk.offer.engine;

import org.osgi.service.component.annotations.Component;
import souk.offer.lib.PriorityChoice;
import souk.offer.lib.compiled.Selector;
import souk.offer.spi.Choices;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** Offers one by one, highest priority first, as far as they may stand together. */
@Component(
    service = SelectionPolicy.class,
    property = {
      "souk.role=SelectionPolicy",
      "souk.strategy=by-priority",
      "souk.version=1.0.0",
      "souk.title=By priority"
    })
public final class ByPriority implements SelectionPolicy {
  @Override
  public Selection select(SelectionProblem problem) {
    return Selection.of(PriorityChoice.choose(Combinations.of(problem)));
  }

  @Override
  public Selection choose(Choices choices) {
    return choices instanceof EngineChoices own
        ? own.choose(Selector.BY_PRIORITY)
        : select(choices.problem());
  }
}
