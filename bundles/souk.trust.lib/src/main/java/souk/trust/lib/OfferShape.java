package souk.trust.lib;

import java.util.List;
import souk.model.Spec;
import souk.model.TimeRange;

/**
 * What the depth of an offer depends on.
 *
 * @param id the offer
 * @param window when it holds
 * @param effect what it gives
 * @param conditions what it asks for
 * @param stackingGroup at most one of a group takes something off a line
 * @param exclusive applies alone
 * @param net measured on what earlier offers have left
 */
public record OfferShape(
    String id,
    TimeRange window,
    Spec effect,
    List<Spec> conditions,
    String stackingGroup,
    boolean exclusive,
    boolean net) {
  public OfferShape {
    conditions = List.copyOf(conditions);
  }
}
