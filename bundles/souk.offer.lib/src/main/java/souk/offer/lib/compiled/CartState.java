package souk.offer.lib.compiled;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * One cart against one set: amounts per line, and which facets and tags it has. Reused; only what
 * the last cart had is cleared.
 */
final class CartState {
  int lines;
  int words;
  int[] article = new int[16];
  long[] micros = new long[16];
  long[] unit = new long[16];
  long[] gross = new long[16];
  long[] floor = new long[16];
  long[] room = new long[16];
  long grossTotal;
  long at;

  long[] taken = new long[1];

  /** Lines with an amount greater than 0. */
  long[] worth = new long[1];

  /** Lines by facet: facet · words + word. */
  private long[] facetMask = new long[1];

  int[] facets = new int[64];
  int facetCount;

  private long[] tagBits = new long[1];
  int[] tags = new int[16];
  int tagCount;

  private ZoneId zone = java.time.ZoneOffset.UTC;
  private int localMinute = -1;
  private int localWeekday;

  private long leastRoomBillionths = -1;

  final UnitOrder units = new UnitOrder();
  final Shares shares = new Shares();

  /** Reads a cart. */
  void open(OfferSet set, CartInput cart) {
    int n = cart.lines;
    if (n == 0) {
      throw new IllegalArgumentException("The cart has no lines.\nMaybe they were not added.");
    }
    prepare(set, n);
    at = cart.at;
    zone = cart.zone == null ? set.zone : cart.zone;
    localMinute = -1;
    for (int line = 0; line < n; line++) {
      article[line] = set.articles.find(cart.skus[line]);
    }
    grossTotal = price(set, cart);
    for (int line = 0; line < n; line++) {
      if (article[line] != StringIndex.ABSENT) {
        long facetsOf = set.book[4 * article[line] + 3];
        mark(set.skuFacets.values, (int) (facetsOf >>> 32), (int) facetsOf, line);
        int[] starts = set.classFacets.starts;
        int itsClass = (int) set.book[4 * article[line] + 2];
        mark(set.classFacets.values, starts[itsClass], starts[itsClass + 1], line);
      }
    }
    readTags(set, cart);
  }

  /** Works out what each line costs, and may cost at least; returns the sum. */
  private long price(OfferSet set, CartInput cart) {
    long sum = 0;
    for (int line = 0; line < lines; line++) {
      long quantity = cart.figures[4 * line];
      long price = cart.figures[4 * line + 1];
      long least = cart.figures[4 * line + 2];
      long amount = cart.figures[4 * line + 3];
      if (price < 0 || least < 0) {
        int row = 4 * article[line];
        if (row < 0 || set.book[row] < 0) {
          throw new IllegalArgumentException(
              "Article %s has no price.%nMaybe it is misspelt, or its price was not published."
                  .formatted(cart.skus[line]));
        }
        price = price < 0 ? set.book[row] : price;
        least = least < 0 ? set.book[row + 1] : least;
      }
      amount = amount >= 0 ? amount : Exact.amount(price, quantity);
      long lowest = Math.min(amount, Exact.amountUp(least, quantity));
      micros[line] = quantity;
      unit[line] = price;
      gross[line] = amount;
      floor[line] = lowest;
      room[line] = amount - lowest;
      sum = Math.addExact(sum, amount);
      worth[line >>> 6] |= amount > 0 ? 1L << line : 0;
    }
    return sum;
  }

  private void prepare(OfferSet set, int n) {
    if (n > gross.length) {
      int more = Math.max(n, 2 * gross.length);
      article = new int[more];
      micros = new long[more];
      unit = new long[more];
      gross = new long[more];
      floor = new long[more];
      room = new long[more];
    }
    forget();
    lines = n;
    words = (n + 63) >>> 6;
    if (taken.length < words) {
      taken = new long[words];
      worth = new long[words];
    }
    Arrays.fill(worth, 0, words, 0);
    if (facetMask.length < set.facetCount * words) {
      facetMask = new long[set.facetCount * words];
    }
    if (facets.length < set.facetCount) {
      facets = new int[set.facetCount];
    }
    if (tagBits.length < ((set.tagCount + 63) >>> 6)) {
      tagBits = new long[(set.tagCount + 63) >>> 6];
    }
    tagBits[0] |= 1L << TagIndex.ALWAYS;
    Arrays.fill(facetMask, ScopeRef.EVERYTHING, words, -1L);
    facetMask[words - 1] = n % 64 == 0 ? -1L : (1L << n) - 1;
  }

  /** Clears what the last cart had. */
  private void forget() {
    for (int i = 0; i < facetCount; i++) {
      int row = facets[i] * words;
      for (int w = 0; w < words; w++) {
        facetMask[row + w] = 0;
      }
    }
    facetCount = 0;
    for (int i = 0; i < tagCount; i++) {
      tagBits[tags[i] >>> 6] = 0;
    }
    tagCount = 0;
    Arrays.fill(facetMask, ScopeRef.EVERYTHING, words, 0);
    leastRoomBillionths = -1;
  }

  private void mark(int[] values, int from, int until, int line) {
    for (int i = from; i < until; i++) {
      int facet = values[i];
      int cell = facet * words + (line >>> 6);
      if (facetMask[cell] == 0 && !has(facet)) {
        facets[facetCount++] = facet;
      }
      facetMask[cell] |= 1L << line;
    }
  }

  private boolean has(int facet) {
    int row = facet * words;
    long any = facetMask[row];
    for (int w = 1; w < words; w++) {
      any |= facetMask[row + w];
    }
    return any != 0;
  }

  private void readTags(OfferSet set, CartInput cart) {
    for (int i = 0; i < cart.tags.size; i++) {
      tag(set.tags.audience(cart.tags.texts[i]));
    }
    for (int i = 0; i < cart.coupons.size; i++) {
      tag(set.tags.coupon(cart.coupons.texts[i]));
    }
    for (int i = 0; i < cart.batches.size; i++) {
      tag(set.tags.batch(cart.batches.texts[i]));
    }
    if (cart.store != null) {
      tag(set.tags.store(cart.store));
    }
    if (cart.channel != null) {
      tag(set.tags.channel(cart.channel));
    }
    if (cart.payment != null) {
      tag(set.tags.payment(cart.payment));
    }
  }

  private void tag(int number) {
    if (number == StringIndex.ABSENT || hasTag(number)) {
      return;
    }
    if (tagCount == tags.length) {
      tags = Arrays.copyOf(tags, 2 * tagCount);
    }
    tags[tagCount++] = number;
    tagBits[number >>> 6] |= 1L << number;
  }

  boolean hasTag(int number) {
    return (tagBits[number >>> 6] & 1L << number) != 0;
  }

  /** Lines of a facet, 64 per word. */
  long facetWord(int facet, int word) {
    return facetMask[facet * words + word];
  }

  /** All lines, 64 per word. */
  long all(int word) {
    return facetMask[word];
  }

  /** The least share of its amount that a line with an amount may lose, in billionths, cut. */
  long leastRoomBillionths() {
    if (leastRoomBillionths < 0) {
      double least = 1;
      for (int line = 0; line < lines; line++) {
        least = gross[line] > 0 ? Math.min(least, (double) room[line] / gross[line]) : least;
      }
      leastRoomBillionths = (long) (least * 1e9);
    }
    return leastRoomBillionths;
  }

  /** Minute of the local day. */
  int minuteOfDay() {
    readClock();
    return localMinute;
  }

  /** 0 for Monday. */
  int weekday() {
    readClock();
    return localWeekday;
  }

  private void readClock() {
    if (localMinute < 0) {
      long seconds = Math.floorDiv(at, 1_000_000_000L);
      ZonedDateTime local = Instant.ofEpochSecond(seconds).atZone(zone);
      localMinute = local.getHour() * 60 + local.getMinute();
      localWeekday = local.getDayOfWeek().getValue() - 1;
    }
  }

  long sum(ScopeRef scope, long[] amounts) {
    long sum = 0;
    for (int w = 0; w < words; w++) {
      for (long m = scope.word(this, w); m != 0; m &= m - 1) {
        sum += amounts[(w << 6) + Long.numberOfTrailingZeros(m)];
      }
    }
    return sum;
  }

  /** Shares the amounts, but has buffers of its own; for reading by another thread. */
  CartState copyForTaking() {
    CartState copy = new CartState();
    copy.lines = lines;
    copy.words = words;
    copy.article = article;
    copy.micros = micros;
    copy.unit = unit;
    copy.gross = gross;
    copy.floor = floor;
    copy.room = room;
    copy.grossTotal = grossTotal;
    copy.at = at;
    copy.worth = worth;
    copy.taken = new long[words];
    copy.facetMask = facetMask;
    copy.tagBits = tagBits;
    copy.tags = tags;
    copy.tagCount = tagCount;
    copy.zone = zone;
    return copy;
  }
}
