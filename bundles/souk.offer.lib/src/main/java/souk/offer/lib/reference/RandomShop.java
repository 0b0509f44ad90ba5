package souk.offer.lib.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.reference.PlainCart.PlainArticle;
import souk.offer.lib.reference.PlainOffer.ConditionKind;
import souk.offer.lib.reference.PlainOffer.EffectKind;
import souk.offer.lib.reference.PlainOffer.PlainCondition;
import souk.offer.lib.reference.PlainOffer.PlainEffect;
import souk.offer.lib.reference.PlainOffer.PlainScope;

/** Small shops and carts at random, meant to make offers meet. Deterministic for a seed. */
public final class RandomShop {
  private static final PlainScope ALL = new PlainScope(Set.of(), Set.of(), Set.of());
  private static final long END = 1_000_000;

  private final SplittableRandom random;
  private final long most;
  private final List<PlainArticle> articles = new ArrayList<>();
  private final List<PlainOffer> offers = new ArrayList<>();

  /**
   * @param mostMinor greatest price; small ones make rounding and ties likely
   */
  public RandomShop(SplittableRandom random, int articleCount, int offerCount, long mostMinor) {
    this.random = random;
    this.most = mostMinor;
    for (int i = 0; i < articleCount; i++) {
      long price = random.nextLong(1, mostMinor + 1);
      long floor = random.nextInt(3) == 0 ? random.nextLong(1, price + 1) : 1;
      articles.add(
          new PlainArticle(
              "S" + i,
              price,
              floor,
              List.of("c" + random.nextInt(2), "d" + random.nextInt(3)),
              "b" + random.nextInt(3)));
    }
    for (int i = 0; i < offerCount; i++) {
      offers.add(offer(i));
    }
  }

  public List<PlainOffer> offers() {
    return offers;
  }

  public OfferSet compiled() {
    return compiled(offers);
  }

  /** The same articles with other offers. */
  public OfferSet compiled(List<PlainOffer> some) {
    return builder(some).build();
  }

  /** The same articles and some offers, to which others can be added. */
  public OfferSet.Builder builder(List<PlainOffer> some) {
    OfferSet.Builder set = OfferSet.builder();
    articles.forEach(a -> set.article(a.sku(), a.price(), a.floor(), a.categories(), a.brand()));
    some.forEach(offer -> set.offer(offer.form()));
    return set;
  }

  /** A cart of at most so many lines. */
  public PlainCart cart(int mostLines) {
    int n = random.nextInt(1, mostLines + 1);
    List<PlainCart.Line> lines = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      long micros =
          random.nextInt(5) == 0
              ? random.nextLong(1, 4_000_000)
              : random.nextLong(1, 5) * 1_000_000;
      lines.add(new PlainCart.Line(articles.get(random.nextInt(articles.size())), micros));
    }
    return new PlainCart(
        lines,
        random.nextBoolean() ? Set.of("t0") : Set.of("t1", "t2"),
        random.nextBoolean() ? Set.of("CODE") : Set.of(),
        random.nextBoolean() ? "s0" : "",
        random.nextBoolean() ? "web" : "store",
        random.nextBoolean() ? "card" : "",
        random.nextLong(0, END + 1));
  }

  private PlainOffer offer(int i) {
    List<PlainCondition> conditions = new ArrayList<>();
    while (random.nextInt(5) < 2) {
      conditions.add(condition());
    }
    boolean always = random.nextInt(4) != 0;
    return new PlainOffer(
        String.format(java.util.Locale.ROOT, "o%02d", (i * 7 + 3) % 50),
        random.nextInt(3),
        "g" + random.nextInt(3),
        random.nextInt(8) == 0,
        random.nextInt(4) == 0,
        always ? 0 : END / 4,
        always ? END + 1 : END * 3 / 4,
        conditions,
        effect());
  }

  private PlainCondition condition() {
    ConditionKind kind = pick(ConditionKind.values());
    long number =
        kind == ConditionKind.UNITS
            ? random.nextLong(1, 6) * 500_000
            : random.nextLong(1, 8 * most);
    String text =
        switch (kind) {
          case TAG, NO_TAG -> "t" + random.nextInt(3);
          case COUPON -> "CODE";
          case STORE -> "s" + random.nextInt(2);
          case CHANNEL -> "web";
          default -> "card";
        };
    return new PlainCondition(kind, scope(), number, text);
  }

  private PlainScope scope() {
    if (random.nextInt(3) == 0) {
      return ALL;
    }
    Set<String> skus = new TreeSet<>();
    while (random.nextInt(4) == 0 || (skus.isEmpty() && random.nextInt(3) == 0)) {
      skus.add("S" + random.nextInt(articles.size()));
    }
    Set<String> categories = random.nextInt(3) == 0 ? Set.of(anyCategory()) : Set.of();
    if (random.nextInt(8) == 0) {
      categories = new TreeSet<>(List.of(anyCategory(), anyCategory()));
    }
    Set<String> brands = random.nextInt(5) == 0 ? Set.of("b" + random.nextInt(3)) : Set.of();
    return new PlainScope(skus, categories, brands);
  }

  private String anyCategory() {
    return random.nextBoolean() ? "c" + random.nextInt(2) : "d" + random.nextInt(3);
  }

  private PlainEffect effect() {
    EffectKind kind = pick(EffectKind.values());
    long perOrder = random.nextBoolean() ? Long.MAX_VALUE : random.nextLong(1, 3);
    long percent = random.nextLong(1, 1_000) * 100_000;
    long amount = random.nextLong(1, 3 * most);
    long[] n =
        switch (kind) {
          case PERCENTAGE -> new long[] {percent, 0, 0, 0};
          case AMOUNT_OFF_ORDER, AMOUNT_OFF_LINE, AMOUNT_OFF_UNIT, FIXED_PRICE ->
              new long[] {random.nextLong(1, most + 1), 0, 0, 0};
          case TIERS -> {
            long off = random.nextLong(1, amount + 1);
            yield new long[] {amount + 1, off, 2 * amount + 1, off + 1 + amount / 2};
          }
          case EVERY -> new long[] {amount + 1, random.nextLong(1, amount + 1), 0, 0};
          case BUY_GET, BUY_GET_OTHERS ->
              new long[] {
                random.nextLong(1, 4),
                random.nextLong(1, 3),
                random.nextBoolean() ? 100_000_000 : percent,
                0
              };
          case BUNDLE ->
              new long[] {
                random.nextLong(1, 3), random.nextLong(1, 3), random.nextLong(1, 2 * most + 1), 0
              };
          case MIX_AND_MATCH ->
              new long[] {random.nextLong(1, 5), random.nextLong(1, 2 * most + 1), 0, 0};
          case CHEAPEST_ITEM -> new long[] {random.nextLong(1, 4), percent, 0, 0};
        };
    return new PlainEffect(kind, scope(), scope(), n[0], n[1], n[2], n[3], perOrder);
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
