package souk.offer.api;

import java.util.List;
import java.util.Optional;
import souk.model.Money;
import souk.model.Reason;

/**
 * One offer of the snapshot, looked at for one cart.
 *
 * @param offerId the offer
 * @param name its name
 * @param applied true if the quote contains it
 * @param conditions each condition in order, with what it found
 * @param value what the offer alone would take off; empty if it could not be evaluated
 * @param reasons why it does not apply, what is missing for how much, and what capped it
 */
public record OfferFinding(
    String offerId,
    String name,
    boolean applied,
    List<Check> conditions,
    Optional<Money> value,
    List<Reason> reasons) {
  public OfferFinding {
    conditions = List.copyOf(conditions);
    reasons = List.copyOf(reasons);
  }

  /**
   * One condition.
   *
   * @param kind its kind
   * @param failure why it does not hold, with figures; empty if it holds
   */
  public record Check(String kind, Optional<Reason> failure) {
    public boolean holds() {
      return failure.isEmpty();
    }
  }
}
