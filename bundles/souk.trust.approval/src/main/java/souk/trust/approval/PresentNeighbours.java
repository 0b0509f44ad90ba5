package souk.trust.approval;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import souk.data.api.Costs;
import souk.data.api.SalesHistory;
import souk.offer.api.OfferEngine;

/** Neighbours as they come and go. */
@Component(service = PresentNeighbours.class)
public final class PresentNeighbours implements Neighbours {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable OfferEngine engine;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Costs costs;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable SalesHistory sales;

  @Override
  public Optional<OfferEngine> engine() {
    return Optional.ofNullable(engine);
  }

  @Override
  public Optional<Costs> costs() {
    return Optional.ofNullable(costs);
  }

  @Override
  public Optional<SalesHistory> sales() {
    return Optional.ofNullable(sales);
  }
}
