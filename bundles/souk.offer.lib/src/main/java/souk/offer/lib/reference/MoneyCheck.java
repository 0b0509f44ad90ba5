package souk.offer.lib.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import souk.offer.lib.TaxAmount;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Selector;
import souk.offer.lib.refund.PaidLine;

/**
 * Laws that every quote must keep: sums exact, no line negative or below its floor, no share
 * negative, refunds of parts sum to what was paid, one more offer never makes a cart dearer. For
 * one thread.
 */
public final class MoneyCheck {
  private final Quoting quoting = new Quoting().stepLimit(Integer.MAX_VALUE);
  private final CartInput input = new CartInput();

  /** What is broken for a cart; empty if nothing. */
  public Optional<String> violation(OfferSet set, PlainCart cart, SplittableRandom random) {
    for (Selector selector : Selector.values()) {
      QuoteResult result = quoting.quote(set, cart.into(input), selector);
      Optional<String> broken = sums(result).or(() -> refunds(result, cart, random));
      if (broken.isPresent()) {
        return broken.map(what -> selector + ": " + what);
      }
    }
    return Optional.empty();
  }

  /** Whether an offer more makes a cart dearer; empty if not. */
  public Optional<String> dearer(RandomShop shop, PlainCart cart) {
    List<PlainOffer> some = new ArrayList<>();
    long before = Long.MAX_VALUE;
    for (PlainOffer offer : shop.offers()) {
      some.add(offer);
      OfferSet set = shop.compiled(some);
      long net = quoting.quote(set, cart.into(input), Selector.BEST_FOR_CUSTOMER).netTotal();
      if (net > before) {
        return Optional.of("offer " + offer.id() + " raises " + before + " to " + net);
      }
      before = net;
    }
    return Optional.empty();
  }

  private static Optional<String> sums(QuoteResult result) {
    long gross = 0;
    long net = 0;
    for (int line = 0; line < result.lines(); line++) {
      long left = result.gross(line);
      for (int k = 0; k < result.appliedCount(); k++) {
        if (result.share(k, line) < 0) {
          return Optional.of("a negative share on line " + line);
        }
        left -= result.share(k, line);
      }
      if (left != result.net(line)) {
        return Optional.of("the waterfall of line " + line + " does not sum");
      }
      if (left < 0 || left < result.floor(line)) {
        return Optional.of("line " + line + " is below its floor");
      }
      gross += result.gross(line);
      net += left;
    }
    if (gross != result.grossTotal() || net != result.netTotal()) {
      return Optional.of("lines sum to " + gross + " and " + net);
    }
    long taken = 0;
    for (int k = 0; k < result.appliedCount(); k++) {
      taken += result.appliedMinor(k);
    }
    return taken == gross - net
        ? Optional.empty()
        : Optional.of("offers take " + taken + ", but lines lose " + (gross - net));
  }

  private static Optional<String> refunds(
      QuoteResult result, PlainCart cart, SplittableRandom random) {
    int line = random.nextInt(result.lines());
    BigDecimal quantity = BigDecimal.valueOf(cart.lines().get(line).micros(), 6);
    BigDecimal percent = BigDecimal.valueOf(random.nextInt(0, 2_600), 2);
    long tax = TaxAmount.included(result.net(line), percent);
    PaidLine paid = new PaidLine(quantity, result.net(line), tax);
    BigDecimal returned = BigDecimal.ZERO;
    long net = 0;
    long taxBack = 0;
    while (returned.compareTo(quantity) < 0) {
      BigDecimal part =
          BigDecimal.valueOf(random.nextLong(1, 2_000_001), 6).min(quantity.subtract(returned));
      PaidLine.Refund back = paid.refund(returned, part);
      net += back.netMinor();
      taxBack += back.taxMinor();
      returned = returned.add(part);
      if (back.netMinor() < 0 || back.taxMinor() < 0 || net > paid.netMinor() || taxBack > tax) {
        return Optional.of("a refund of line " + line + " is more than was paid");
      }
    }
    return net == paid.netMinor() && taxBack == tax
        ? Optional.empty()
        : Optional.of("refunds of line " + line + " sum to " + net + " of " + paid.netMinor());
  }
}
