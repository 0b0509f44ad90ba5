package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.Optional;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.Benefit;

/** What built-in effects give beside money. */
public final class Benefits {
  private Benefits() {}

  /** A benefit of a built-in kind. */
  public static Benefit of(String offerId, Spec effect, long amount) {
    BigDecimal number = BigDecimal.valueOf(amount);
    return switch (effect.kind()) {
      case "gift" ->
          new Benefit(offerId, Benefit.Kind.GIFT, Optional.of(new Sku(effect.text("sku"))), number);
      case "points" -> new Benefit(offerId, Benefit.Kind.POINTS, Optional.empty(), number);
      default -> new Benefit(offerId, Benefit.Kind.FREE_SHIPPING, Optional.empty(), number);
    };
  }
}
