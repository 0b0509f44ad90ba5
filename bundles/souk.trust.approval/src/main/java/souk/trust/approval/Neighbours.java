package souk.trust.approval;

import java.util.Optional;
import souk.data.api.Costs;
import souk.data.api.SalesHistory;
import souk.offer.api.OfferEngine;

/** Services that the desk uses while they are there, and without which it can still stop offers. */
interface Neighbours {
  Optional<OfferEngine> engine();

  Optional<Costs> costs();

  Optional<SalesHistory> sales();
}
