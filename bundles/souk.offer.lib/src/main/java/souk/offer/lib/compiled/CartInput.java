package souk.offer.lib.compiled;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cart to be quoted, in plain arrays; meant to be filled again and again. Knows no {@link
 * OfferSet}, so that one cart can be quoted against several. For one thread at a time.
 */
public final class CartInput {
  static final long FROM_BOOK = -1;

  String[] skus = new String[16];

  /** Four numbers per line: quantity, unit price, unit floor, amount. */
  long[] figures = new long[64];

  int lines;
  long at;
  @Nullable ZoneId zone;
  final Texts tags = new Texts();
  final Texts coupons = new Texts();
  final Texts batches = new Texts();
  @Nullable String store;
  @Nullable String channel;
  @Nullable String payment;

  /** Makes it empty: no lines, no tags, at 1970. */
  public CartInput clear() {
    lines = 0;
    at = 0;
    zone = null;
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
      skus = Arrays.copyOf(skus, more);
      figures = Arrays.copyOf(figures, 4 * more);
    }
    int row = 4 * lines;
    skus[lines++] = sku;
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
    tags.add(tag);
    return this;
  }

  /** A code as typed. */
  public CartInput coupon(String code) {
    coupons.add(code);
    return this;
  }

  /** The batch of a usable coupon in the cart. */
  public CartInput batch(String batchId) {
    batches.add(batchId);
    return this;
  }

  public CartInput store(@Nullable String id) {
    store = id;
    return this;
  }

  public CartInput channel(@Nullable String name) {
    channel = name;
    return this;
  }

  public CartInput payment(@Nullable String method) {
    payment = method;
    return this;
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
