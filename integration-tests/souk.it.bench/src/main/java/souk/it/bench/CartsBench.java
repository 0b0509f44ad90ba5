package souk.it.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.EffectForm;
import souk.offer.lib.compiled.OfferForm;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Scope;
import souk.offer.lib.compiled.Selector;
import souk.offer.lib.reference.MoneyCheck;
import souk.offer.lib.reference.PlainCart;
import souk.offer.lib.reference.PlainQuote;
import souk.offer.lib.reference.RandomShop;

/**
 * Random carts: money must stay exact on all of them, and small ones must be answered as by trying
 * all sets of offers, under both policies (R12); quotes around the ends of a window (R14).
 */
final class CartsBench {
  private static final int MOST_CANDIDATES = 9;
  private static final long[] MOST_MINOR = {30, 9_999, 2_000_000};
  private final SplittableRandom seeds;
  private final MoneyCheck money = new MoneyCheck();
  private final Quoting quoting = new Quoting().stepLimit(Integer.MAX_VALUE);
  private final CartInput input = new CartInput();

  private CartsBench(long seed) {
    this.seeds = new SplittableRandom(seed);
  }

  /** Each part has its own seed, so that parts can be run apart and add up. */
  static Result run(Arguments options) {
    int carts = options.number("carts", 10_000_000);
    int monotone = options.number("monotone", carts / 100);
    int small = options.number("brute-force", 100_000);
    int windows = options.number("windows", 1_000_000);
    long seed = options.number("seed", 121);
    long began = System.nanoTime();
    int violations = new CartsBench(4 * seed).violations(carts);
    int dearer = new CartsBench(4 * seed + 1).dearer(monotone);
    int mismatches = new CartsBench(4 * seed + 2).mismatches(small);
    int mixed = new CartsBench(4 * seed + 3).mixed(windows);
    return new Result("carts")
        .with("seed", seed)
        .with("carts", carts)
        .with("violations", violations)
        .with("monotone", monotone)
        .with("dearer", dearer)
        .with("bruteForce", small)
        .with("mismatches", mismatches)
        .with("windows", windows)
        .with("mixed", mixed)
        .with("seconds", (System.nanoTime() - began) / 1e9, 1)
        .require(violations == 0, "violations = 0")
        .require(dearer == 0, "dearer = 0")
        .require(mismatches == 0, "mismatches = 0")
        .require(mixed == 0, "mixed = 0");
  }

  private int violations(int carts) {
    int violations = 0;
    for (int n = 0; n < carts; ) {
      long seed = seeds.nextLong();
      SplittableRandom random = new SplittableRandom(seed);
      RandomShop shop = new RandomShop(random, 20, 24, MOST_MINOR[random.nextInt(3)]);
      OfferSet set = shop.compiled();
      for (int i = 0; i < 500 && n < carts; i++, n++) {
        PlainCart cart = shop.cart(i % 100 == 0 ? 90 : 10);
        violations += told(money.violation(set, cart, random), seed, cart);
        progress("carts", n, carts);
      }
    }
    return violations;
  }

  private int dearer(int carts) {
    int dearer = 0;
    for (int n = 0; n < carts; n++) {
      long seed = seeds.nextLong();
      RandomShop shop = new RandomShop(new SplittableRandom(seed), 6, 10, MOST_MINOR[n % 3]);
      PlainCart cart = shop.cart(5);
      dearer += told(money.dearer(shop, cart), seed, cart);
      progress("monotone", n, carts);
    }
    return dearer;
  }

  private int mismatches(int carts) {
    int mismatches = 0;
    for (int n = 0; n < carts; ) {
      long seed = seeds.nextLong();
      SplittableRandom random = new SplittableRandom(seed);
      RandomShop shop =
          new RandomShop(random, 6, random.nextInt(1, 10), random.nextBoolean() ? 12 : 5_000);
      OfferSet set = shop.compiled();
      for (int i = 0; i < 20 && n < carts; i++) {
        PlainCart cart = shop.cart(4);
        PlainQuote plain = new PlainQuote(cart, shop.offers());
        if (plain.candidates() <= MOST_CANDIDATES) {
          cart.into(input);
          Optional<String> other =
              other(plain.best(), set, Selector.BEST_FOR_CUSTOMER)
                  .or(() -> other(plain.byPriority(), set, Selector.BY_PRIORITY));
          mismatches += told(other, seed, cart);
          progress("brute force", n++, carts);
        }
      }
    }
    return mismatches;
  }

  /** What differs from the answer of trying all sets; empty if nothing. */
  private Optional<String> other(PlainQuote.Answer expected, OfferSet set, Selector selector) {
    QuoteResult result = quoting.quote(set, input, selector);
    List<String> ids = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    for (int k = 0; k < result.appliedCount(); k++) {
      ids.add(result.appliedId(k));
      amounts.add(result.appliedMinor(k));
    }
    boolean same =
        ids.equals(expected.ids())
            && amounts.equals(expected.amounts())
            && Arrays.equals(expected.nets(), result.nets());
    return same
        ? Optional.empty()
        : Optional.of(
            "%s applies %s %s, but all sets give %s %s"
                .formatted(selector, ids, amounts, expected.ids(), expected.amounts()));
  }

  /** Two offers of one window: found by article, and for every cart; both hold or neither. */
  private int mixed(int quotes) {
    Instant from = Instant.parse("2026-03-29T01:00:00Z");
    Instant until = Instant.parse("2026-10-25T01:00:00Z");
    OfferSet.Builder set = OfferSet.builder().article("A", 1_000, 1);
    for (String id : List.of("article", "all")) {
      Scope scope = id.equals("all") ? Scope.all() : Scope.skus("A");
      set.offer(
          OfferForm.builder(id, EffectForm.percentage(scope, 10_000_000))
              .group(id)
              .window(from, until)
              .build());
    }
    OfferSet offers = set.build();
    CartInput cart = new CartInput().line("A", 1);
    int mixed = 0;
    for (int n = 0; n < quotes; n++) {
      Instant edge = seeds.nextBoolean() ? from : until;
      Instant at = edge.plusNanos(seeds.nextLong(-1_000_000, 1_000_001));
      boolean inside = !at.isBefore(from) && at.isBefore(until);
      long net = quoting.quote(offers, cart.at(at), Selector.BEST_FOR_CUSTOMER).netTotal();
      mixed += net == (inside ? 800 : 1_000) ? 0 : 1;
    }
    return mixed;
  }

  private static int told(Optional<String> violation, long seed, Object cart) {
    violation.ifPresent(
        what ->
            System.err.println("souk: " + what + " in the shop of seed " + seed + " for " + cart));
    return violation.isPresent() ? 1 : 0;
  }

  private static void progress(String what, int done, int all) {
    if (done % Math.max(1, all / 20) == 0) {
      System.out.printf(java.util.Locale.ROOT, "%s: %d %%%n", what, 100L * done / all);
    }
  }
}
