package souk.offer.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.Sku;
import souk.offer.api.BookPrice;
import souk.offer.api.LedgerView.CouponLook;
import souk.offer.api.PriceLayer;
import souk.offer.api.QuoteException;
import souk.offer.api.QuoteRequest;
import souk.offer.engine.compiled.CompiledSnapshot;
import souk.offer.lib.compiled.CartInput;

/** Brings a cart into the form of the library: prices by layer, coupons by batch. */
final class CartReading {
  private final CompiledSnapshot snapshot;
  private final Cart cart;
  private final java.time.Instant at;

  /** Usable codes by batch; empty unless offers ask for batches. */
  private Map<String, String> usable = Map.of();

  /** Why codes of a batch cannot be used. */
  private Map<String, String> unusable = Map.of();

  CartReading(CompiledSnapshot snapshot, Cart cart, java.time.Instant at) {
    this.snapshot = snapshot;
    this.cart = cart;
    this.at = at;
  }

  /**
   * @param prices per line by the line pricer; −1 for an article without a price
   * @throws QuoteException if an article has no price
   */
  void into(CartInput input, QuoteRequest request, long[] prices, LedgerLook ledger) {
    input.clear(snapshot.set()).at(at).zone(snapshot.zone(cart.store())).channel(cart.channel());
    input.store(cart.store().orElse(null)).payment(cart.payment().orElse(null));
    for (String tag : request.audience()) {
      input.tag(tag);
    }
    List<PriceLayer> layers = layers(request.audience());
    List<CartLine> lines = cart.lines();
    List<String> unknown = null;
    for (int line = 0; line < prices.length; line++) {
      Sku sku = lines.get(line).sku();
      BookPrice layered = layers.isEmpty() ? null : layered(layers, sku);
      BookPrice book = layered == null ? snapshot.prices().prices().get(sku) : layered;
      long price = layered == null ? prices[line] : layered.price().amountMinor();
      if (price == -1 || book == null) {
        unknown = unknown == null ? new ArrayList<>() : unknown;
        unknown.add(sku.value());
      } else {
        long micros = CartInput.micros(lines.get(line).quantity());
        input.line(sku.value(), micros, price, book.floor().amountMinor());
      }
    }
    if (unknown != null) {
      throw new QuoteException(
          "quote.unknown-sku",
          "%s has no price in snapshot %s.%nMaybe it is misspelt, or its price was not published."
              .formatted(String.join(", ", unknown), snapshot.snapshot().id()));
    }
    coupons(input, ledger);
  }

  private void coupons(CartInput input, LedgerLook ledger) {
    if (cart.coupons().isEmpty()) {
      return;
    }
    for (String code : cart.coupons()) {
      input.coupon(code);
      if (snapshot.batches()) {
        look(input, code, ledger.coupon(code));
      }
    }
  }

  private void look(CartInput input, String code, Optional<CouponLook> look) {
    if (look.isEmpty()) {
      return;
    }
    if (usable.isEmpty() && unusable.isEmpty()) {
      usable = new LinkedHashMap<>();
      unusable = new LinkedHashMap<>();
    }
    if (look.get().usable()) {
      usable.putIfAbsent(look.get().batchId(), code);
      input.batch(look.get().batchId());
    } else {
      unusable.putIfAbsent(look.get().batchId(), look.get().code());
    }
  }

  /** Codes of the cart that may be used, by batch. */
  Map<String, String> usable() {
    return usable;
  }

  /** Reason codes of batches whose coupons in the cart cannot be used. */
  Map<String, String> unusable() {
    return unusable;
  }

  private List<PriceLayer> layers(Set<String> audience) {
    List<PriceLayer> all = snapshot.layers();
    if (all.isEmpty()) {
      return all;
    }
    return all.stream().filter(layer -> holds(layer, audience)).toList();
  }

  private boolean holds(PriceLayer layer, Set<String> audience) {
    return layer.window().contains(at)
        && (layer.audience().isEmpty() || layer.audience().stream().anyMatch(audience::contains))
        && (layer.channels().isEmpty() || layer.channels().contains(cart.channel()))
        && (layer.stores().isEmpty() || cart.store().filter(layer.stores()::contains).isPresent());
  }

  private static @org.jspecify.annotations.Nullable BookPrice layered(
      List<PriceLayer> layers, Sku sku) {
    for (PriceLayer layer : layers) {
      BookPrice price = layer.prices().get(sku);
      if (price != null) {
        return price;
      }
    }
    return null;
  }
}
