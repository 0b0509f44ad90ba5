package souk.demand.core;

import java.util.Optional;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.model.Panel;

/** What makes an estimator's answer acceptable: one finite response per article, right signs. */
final class ModelCheck {
  private ModelCheck() {}

  static Optional<String> complaint(ResponseModel model, Panel panel) {
    if (model.items().size() != panel.seriesList().size()) {
      return Optional.of(
          "%d responses for %d articles"
              .formatted(model.items().size(), panel.seriesList().size()));
    }
    for (ItemResponse item : model.items()) {
      boolean finite =
          Double.isFinite(item.elasticity())
              && Double.isFinite(item.baseUnits())
              && Double.isFinite(item.basePrice());
      if (!finite || item.baseUnits() < 0) {
        return Optional.of("an impossible response for " + item.sku());
      }
      if (item.identified() && !(item.elasticity() < 0)) {
        return Optional.of(
            "an identified elasticity of " + item.elasticity() + " for " + item.sku());
      }
    }
    return Optional.empty();
  }
}
