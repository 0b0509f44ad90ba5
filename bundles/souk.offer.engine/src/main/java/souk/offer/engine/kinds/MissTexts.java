package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import souk.model.Cart;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.lib.compiled.Miss;

/** Puts into words why a condition does not hold, or an effect finds nothing to do. */
public final class MissTexts {
  private MissTexts() {}

  /**
   * @param spec the condition or effect
   * @param audience tags of the customer
   */
  public static Reason condition(@Nullable Miss miss, Spec spec, Cart cart, Set<String> audience) {
    if (miss == null) {
      return Reason.of("effect.nothing", "The offer takes nothing off this cart.");
    }
    String code = miss.code();
    if (code.endsWith(".excluded")) {
      String found = first(spec, "noneOf", present(spec.kind(), cart, audience));
      return Reason.of(code, excluded(spec.kind(), found), found);
    }
    return switch (code) {
      case "audience.missing" -> any(code, spec, "The customer has none of the tags ");
      case "store.missing" -> any(code, spec, "The order is in none of the stores ");
      case "channel.missing" -> any(code, spec, "The order comes through none of the channels ");
      case "payment.missing" -> any(code, spec, "It is paid by none of the methods ");
      case "coupon.missing" ->
          spec.parameters().containsKey("batch")
              ? Reason.of(
                  code,
                  "A usable coupon of the batch %s is needed.".formatted(spec.text("batch")),
                  spec.text("batch"))
              : Reason.of(code, "A coupon code is needed.");
      case "product.missing" -> units(miss, spec, "skus", "articles");
      case "category.missing" -> units(miss, spec, "categories", "categories");
      case "brand.missing" -> units(miss, spec, "brands", "brands");
      case "weekday.other" ->
          Reason.of(
              code,
              "It holds on other days: " + String.join(", ", spec.texts("days")) + ".",
              String.join(", ", spec.texts("days")));
      case "time-of-day.other" ->
          Reason.of(
              code,
              "It holds from "
                  + spec.text("from")
                  + " until "
                  + spec.text("until")
                  + " by the clock of the store.",
              spec.text("from"),
              spec.text("until"));
      default -> figures(miss, cart);
    };
  }

  /** Reasons that need no more than their figures. */
  public static Reason figures(Miss miss, Cart cart) {
    String code = miss.code();
    return switch (code) {
      case "cart-minimum.missing" -> {
        Money missing = money(cart, miss.need() - miss.have());
        Money least = money(cart, miss.need());
        yield Reason.of(code, missing + " more is needed to reach " + least + ".", missing, least);
      }
      case "threshold.near-miss", "every.near-miss" -> {
        Money missing = money(cart, miss.need() - miss.have());
        Money off = money(cart, miss.gain());
        yield Reason.of(code, missing + " more for " + off + " off.", missing, off);
      }
      case "points.near-miss" -> {
        Money missing = money(cart, miss.need() - miss.have());
        yield Reason.of(code, missing + " more for points.", missing);
      }
      case "quantity-minimum.missing", "buy-x-get-y.near-miss", "mix-and-match.near-miss" -> {
        String missing = quantity(Math.max(0, miss.need() - miss.have()));
        String least = quantity(miss.need());
        yield Reason.of(
            code, missing + " more units are needed to reach " + least + ".", missing, least);
      }
      case "percentage.nothing" ->
          Reason.of(code, "No line of the cart gets a discount of at least one minor unit.");
      case "fixed-price.nothing" -> Reason.of(code, "No line costs more than the fixed price.");
      case "bundle.incomplete" -> Reason.of(code, "The cart has no complete set.");
      case "floor.reached" -> Reason.of(code, "No line it concerns may be sold for less.");
      case "net.nothing-left" -> Reason.of(code, "Other offers leave nothing that it could take.");
      case "offer.paused" -> Reason.of(code, "The offer is paused.");
      case "limit.no-ledger" ->
          Reason.of(code, "The offer is limited, and nobody counts its uses now.");
      case "limit.total" -> Reason.of(code, "The offer was used as often as it may be.");
      case "limit.per-customer" -> Reason.of(code, "The customer has used it as often as allowed.");
      case "limit.no-customer" -> Reason.of(code, "It is limited per customer; the cart has none.");
      case "limit.budget" -> Reason.of(code, "The budget of the offer is used up.");
      case "offer.not-yet" -> Reason.of(code, "The offer has not started.");
      case "offer.over" -> Reason.of(code, "The offer has ended.");
      case "selection.not-chosen" -> Reason.of(code, "The selection policy did not choose it.");
      default -> Reason.of(code, "The offer takes nothing off this cart.");
    };
  }

  private static Reason any(String code, Spec spec, String text) {
    List<String> anyOf = spec.texts("anyOf");
    String wanted = anyOf.size() == 1 ? anyOf.get(0) : String.join(", ", new TreeSet<>(anyOf));
    return Reason.of(code, text + wanted + ".", wanted);
  }

  private static Reason units(Miss miss, Spec spec, String parameter, String what) {
    String missing = quantity(Math.max(0, miss.need() - miss.have()));
    int count = spec.texts(parameter).size();
    return Reason.of(
        miss.code(),
        missing + " more of the " + count + " " + what + " of the offer is needed.",
        missing,
        count);
  }

  private static Collection<String> present(String kind, Cart cart, Set<String> audience) {
    return switch (kind) {
      case "store" -> cart.store().stream().toList();
      case "channel" -> Set.of(cart.channel());
      case "payment" -> cart.payment().stream().toList();
      default -> audience;
    };
  }

  private static String excluded(String kind, String found) {
    return switch (kind) {
      case "store" -> "It does not hold in the store " + found + ".";
      case "channel" -> "It does not hold for the channel " + found + ".";
      case "payment" -> "It does not hold when paid by " + found + ".";
      default -> "The customer has the tag " + found + ".";
    };
  }

  private static String first(Spec spec, String parameter, Collection<String> present) {
    return spec.texts(parameter).stream().filter(present::contains).sorted().findFirst().orElse("");
  }

  private static String quantity(long micros) {
    return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
  }

  private static Money money(Cart cart, long minor) {
    return Money.ofMinor(minor, cart.currency());
  }
}
