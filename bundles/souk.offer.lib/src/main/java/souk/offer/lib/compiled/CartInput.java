package souk.offer.lib.compiled;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import souk.offer.lib.compiled.TagIndex.Space;

/**
 * A cart to be quoted, in plain arrays; meant to be filled again and again. For one thread at a
 * time.
 *
 * <p>After {@link #clear()} it keeps the texts it is given, and can be quoted against any {@link
 * OfferSet}. After {@link #clear(OfferSet)} it looks them up as they come and keeps numbers, which
 * is faster: a text that old memory refers to has to be noted for the collector.
 */
public final class CartInput {
  static final long FROM_BOOK = -1;

  /** Whose numbers these are; null if texts are kept. */
  @Nullable OfferSet known;

  /** Numbers of articles; {@link StringIndex#ABSENT} for those whose texts are kept. */
  int[] articles = new int[16];

  String[] skus = new String[16];

  /** Four numbers per line: quantity, unit price, unit floor, amount. */
  long[] figures = new long[64];

  int lines;
  long at;
  @Nullable ZoneId zone;

  /** Numbers of tags, codes and batches. */
  int[] numbers = new int[8];

  int numberCount;

  /** Numbers of store, channel and payment. */
  final int[] places = new int[3];

  final Texts tags = new Texts();
  final Texts coupons = new Texts();
  final Texts batches = new Texts();
  @Nullable String store;
  @Nullable String channel;
  @Nullable String payment;

  /** Makes it empty: no lines, no tags, at 1970. */
  public CartInput clear() {
    return clear(null);
  }

  /** Makes it empty, to be quoted against one set only. */
  public CartInput clear(@Nullable OfferSet set) {
    if (known != set) {
      known = set;
    }
    lines = 0;
    at = 0;
    zone = null;
    numberCount = 0;
    Arrays.fill(places, StringIndex.ABSENT);
    tags.size = 0;
    coupons.size = 0;
    batches.size = 0;
    store = null;
    channel = null;
    payment = null;
    return this;
  }

  /** The instant of the quote. */
  public CartInput at(Instant instant) {
    at = Exact.nanos(instant);
    return this;
  }

  /** The instant of the quote in nanoseconds since 1970. */
  public CartInput atNanos(long nanos) {
    at = nanos;
    return this;
  }

  /** Zone of weekdays and times of day; that of the offer set if not given. */
  public CartInput zone(ZoneId id) {
    zone = id;
    return this;
  }

  /** Whole units at the price and floor of the offer set. */
  public CartInput line(String sku, long units) {
    return line(sku, Math.multiplyExact(units, Exact.MICROS), FROM_BOOK, FROM_BOOK);
  }

  /**
   * A line with its own price.
   *
   * @param quantityMicros millionths of a unit, greater than 0
   * @param unitPriceMinor price per unit; −1 for that of the offer set
   * @param unitFloorMinor floor per unit; −1 for that of the offer set
   */
  public CartInput line(String sku, long quantityMicros, long unitPriceMinor, long unitFloorMinor) {
    if (lines == skus.length) {
      int more = 2 * lines;
      articles = Arrays.copyOf(articles, more);
      skus = Arrays.copyOf(skus, more);
      figures = Arrays.copyOf(figures, 4 * more);
    }
    int row = 4 * lines;
    int number = known == null ? StringIndex.ABSENT : known.articles.find(sku);
    if (number == StringIndex.ABSENT) {
      skus[lines] = sku;
    }
    articles[lines++] = number;
    figures[row] = quantityMicros;
    figures[row + 1] = unitPriceMinor;
    figures[row + 2] = unitFloorMinor;
    figures[row + 3] = FROM_BOOK;
    return this;
  }

  /** A line whose amount is known, whatever the price of one unit; it may be sold for nothing. */
  public CartInput amount(String sku, long quantityMicros, long amountMinor) {
    line(sku, quantityMicros, 0, 0);
    figures[4 * lines - 1] = amountMinor;
    return this;
  }

  /** Millionths of a unit of a quantity with at most 6 decimals. */
  public static long micros(BigDecimal quantity) {
    return quantity.scale() == 0 && quantity.precision() <= 9
        ? quantity.longValue() * Exact.MICROS
        : quantity.movePointRight(6).longValueExact();
  }

  public int lines() {
    return lines;
  }

  /** A tag of the customer: segment, level, first order, experiment. */
  public CartInput tag(String tag) {
    return add(Space.AUDIENCE, tags, tag);
  }

  /** A code as typed. */
  public CartInput coupon(String code) {
    return add(Space.COUPON, coupons, code);
  }

  /** The batch of a usable coupon in the cart. */
  public CartInput batch(String batchId) {
    return add(Space.BATCH, batches, batchId);
  }

  private CartInput add(Space space, Texts texts, String text) {
    if (known == null) {
      texts.add(text);
      return this;
    }
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numberCount);
    }
    numbers[numberCount++] = known.tags.find(space, text);
    return this;
  }

  public CartInput store(@Nullable String id) {
    if (known == null) {
      store = id;
    } else {
      places[0] = find(Space.STORE, id);
    }
    return this;
  }

  public CartInput channel(@Nullable String name) {
    if (known == null) {
      channel = name;
    } else {
      places[1] = find(Space.CHANNEL, name);
    }
    return this;
  }

  public CartInput payment(@Nullable String method) {
    if (known == null) {
      payment = method;
    } else {
      places[2] = find(Space.PAYMENT, method);
    }
    return this;
  }

  private int find(Space space, @Nullable String text) {
    return text == null || known == null ? StringIndex.ABSENT : known.tags.find(space, text);
  }

  /** A list of texts that keeps its array. */
  static final class Texts {
    String[] texts = new String[8];
    int size;

    void add(String text) {
      if (size == texts.length) {
        texts = Arrays.copyOf(texts, 2 * size);
      }
      texts[size++] = text;
    }
  }
}
