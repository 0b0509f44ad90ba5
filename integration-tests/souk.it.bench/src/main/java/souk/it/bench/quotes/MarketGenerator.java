package souk.it.bench.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import souk.it.bench.quotes.Promotion.Condition;
import souk.it.bench.quotes.Promotion.Figures;
import souk.it.bench.quotes.Promotion.Group;
import souk.it.bench.quotes.Promotion.Kind;

/**
 * Draws a market from a seed: 1,000 articles in 50 categories of which a quarter sell well, 200
 * promotions of six kinds, carts of 10 lines from a few categories. More promotions can be added
 * that are live, but match none of the carts.
 */
public final class MarketGenerator {
  static final int CATEGORIES = 50;
  static final int PER_CATEGORY = 20;
  static final int POPULAR = 5;
  static final int LINES = 10;
  private static final int OTHER_CATEGORIES = 1_000;
  private static final List<String> CHANNELS = List.of("web", "store");
  private static final List<String> STORES = List.of("S1", "S2", "S3", "S4");
  private static final List<String> CODES = List.of("SPRING", "WELCOME", "THANKS", "CLUB");

  private final SplittableRandom random;
  private final List<Article> articles = new ArrayList<>();
  private final List<Promotion> promotions = new ArrayList<>();

  private MarketGenerator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** 200 promotions and so many carts. */
  public static Market of(long seed, int baskets) {
    return of(seed, baskets, 0);
  }

  /**
   * @param more live promotions that match none of the carts: on articles and categories nobody
   *     buys, for codes nobody shows and tags nobody has
   */
  public static Market of(long seed, int baskets, int more) {
    MarketGenerator draw = new MarketGenerator(seed);
    draw.sell(CATEGORIES * PER_CATEGORY);
    draw.promote();
    List<Basket> carts = new ArrayList<>();
    for (int i = 0; i < baskets; i++) {
      carts.add(draw.basket());
    }
    if (more > 0) {
      draw.sell((CATEGORIES + OTHER_CATEGORIES) * PER_CATEGORY);
      for (int i = 0; i < more; i++) {
        draw.promotions.add(draw.beside(i));
      }
    }
    draw.promotions.sort(Comparator.comparing(Promotion::id));
    return new Market(draw.articles, draw.promotions, carts);
  }

  private void sell(int until) {
    for (int i = articles.size(); i < until; i++) {
      long price = 99 + 50L * random.nextInt(100) + random.nextInt(50);
      int category = i / PER_CATEGORY;
      articles.add(
          new Article("A" + (10_000 + i), category, "C" + category, price, price * 6 / 10));
    }
  }

  private void promote() {
    for (int i = 0; i < 45; i++) {
      add(
          Kind.PERCENT,
          Group.ARTICLE,
          some(1, 4),
          -1,
          Figures.percent(5 * (1 + random.nextInt(6))));
    }
    for (int i = 0; i < 15; i++) {
      add(
          Kind.PERCENT,
          Group.CATEGORY,
          none(),
          category(),
          Figures.percent(3 + random.nextInt(10)));
    }
    for (int i = 0; i < 30; i++) {
      add(Kind.TIERS, Group.ORDER, none(), i < 3 ? -1 : category(), tiers(i < 3 ? 4 : 1));
    }
    for (int i = 0; i < 30; i++) {
      long step = 1_000 + 500L * random.nextInt(8);
      add(Kind.EVERY, Group.ORDER, none(), category(), Figures.every(step, step / 12, 5));
    }
    for (int i = 0; i < 30; i++) {
      add(Kind.BUY, Group.ARTICLE, some(1, 3), -1, Figures.buy(1 + random.nextInt(3), 1));
    }
    for (int i = 0; i < 25; i++) {
      bundle();
    }
    for (int i = 0; i < 25; i++) {
      int article = article(category());
      add(
          Kind.MEMBER,
          Group.ARTICLE,
          new int[] {article},
          -1,
          Figures.price(articles.get(article).priceMinor() * (80 + random.nextInt(15)) / 100));
    }
  }

  private void bundle() {
    int category = category();
    int[] set = new int[2 + random.nextInt(2)];
    Set<Integer> taken = new HashSet<>();
    long sum = 0;
    for (int i = 0; i < set.length; i++) {
      do {
        set[i] = category * PER_CATEGORY + random.nextInt(POPULAR);
      } while (!taken.add(set[i]));
      sum += articles.get(set[i]).priceMinor();
    }
    Arrays.sort(set);
    add(Kind.BUNDLE, Group.ARTICLE, set, -1, Figures.price(sum * (80 + random.nextInt(15)) / 100));
  }

  private void add(Kind kind, Group group, int[] about, int category, Figures figures) {
    String id = "P" + (1_000 + promotions.size());
    boolean member = kind == Kind.MEMBER;
    Condition condition = member ? audience(Market.GOLD) : condition();
    boolean exclusive = !condition.coupon().isEmpty() && random.nextInt(4) == 0;
    promotions.add(
        new Promotion(
            id, kind, random.nextInt(10), group, exclusive, about, category, condition, figures));
  }

  /** Three of four ask for nothing. */
  private Condition condition() {
    return switch (random.nextInt(16)) {
      case 0 -> new Condition("", one(CHANNELS), "", "");
      case 1 -> audience(Market.GOLD);
      case 2 -> new Condition("", "", one(STORES), "");
      case 3 -> new Condition("", "", "", one(CODES));
      default -> Condition.NONE;
    };
  }

  private static Condition audience(String tag) {
    return new Condition(tag, "", "", "");
  }

  /** A promotion that no cart of the market can have. */
  private Promotion beside(int number) {
    Promotion like = promotions.get(random.nextInt(200));
    boolean scoped = like.articles().length > 0 || like.category() >= 0;
    int[] about = like.articles().clone();
    int category = like.category();
    Condition condition = like.condition();
    int kind = random.nextInt(10);
    if (kind == 0 || !scoped) {
      condition = new Condition("", "", "", "CODE" + number);
    } else if (kind == 1) {
      condition = audience("segment:" + number);
    } else {
      int shift = CATEGORIES + random.nextInt(OTHER_CATEGORIES - CATEGORIES);
      for (int i = 0; i < about.length; i++) {
        about[i] += shift * PER_CATEGORY;
      }
      category = category < 0 ? category : category + shift;
    }
    return new Promotion(
        "Q" + (100_000 + number),
        like.kind(),
        like.priority(),
        like.group(),
        false,
        about,
        category,
        condition,
        like.figures());
  }

  private Basket basket() {
    int[] chosen = new int[LINES];
    int[] quantities = new int[LINES];
    Set<Integer> taken = new HashSet<>();
    int category = category();
    for (int line = 0; line < LINES; line++) {
      category = line % 3 == 0 ? category() : category;
      do {
        chosen[line] = article(category);
      } while (!taken.add(chosen[line]));
      quantities[line] = 1 + Math.min(random.nextInt(5), random.nextInt(5));
    }
    return new Basket(
        chosen,
        quantities,
        random.nextInt(10) < 3,
        one(CHANNELS),
        one(STORES),
        random.nextInt(10) == 0 ? one(CODES) : "");
  }

  private Figures tiers(long times) {
    long first = times * (1_500 + 500L * random.nextInt(4));
    return Figures.tiers(
        new long[] {first, 2 * first, 3 * first}, new long[] {first / 20, first / 6, first / 3});
  }

  private int[] some(int least, int most) {
    int category = category();
    return random
        .ints(0, Integer.MAX_VALUE)
        .map(i -> article(category))
        .distinct()
        .limit(least + random.nextInt(most - least + 1))
        .sorted()
        .toArray();
  }

  private static int[] none() {
    return new int[0];
  }

  private int category() {
    return random.nextInt(CATEGORIES);
  }

  /** Six of ten are among the popular. */
  private int article(int category) {
    int within = random.nextInt(10) < 6 ? POPULAR : PER_CATEGORY;
    return category * PER_CATEGORY + random.nextInt(within);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
