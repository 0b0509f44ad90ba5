package souk.offer.lib.compiled;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import souk.offer.lib.compiled.TagIndex.Space;

/**
 * One cart against one set: amounts per line, and which facets and tags it has. Reused; only what
 * the last cart had is cleared.
 */
final class CartState {
  int lines;
  int words;
  int[] article = new int[16];
  long[] micros = new long[16];

  /** Whole units of each line. */
  long[] whole = new long[16];

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

  /** Cell of the facet of articles that have none; marked, so that it is not found. */
  private int none;

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
    ZoneId itsZone = cart.zone == null ? set.zone : cart.zone;
    if (!zone.equals(itsZone)) {
      zone = itsZone;
    }
    localMinute = -1;
    readArticles(set, cart);
    grossTotal = price(set, cart);
    if (words == 1) {
      markShort(set);
    } else {
      for (int line = 0; line < n; line++) {
        if (article[line] != StringIndex.ABSENT) {
          mark(set.skuFacets, article[line], line);
          mark(set.classFacets, (int) (set.book[4 * article[line] + 3] >>> 1), line);
        }
      }
    }
    readTags(set, cart);
  }

  private void readArticles(OfferSet set, CartInput cart) {
    if (cart.known == set) {
      System.arraycopy(cart.articles, 0, article, 0, lines);
    } else if (cart.known == null) {
      for (int line = 0; line < lines; line++) {
        article[line] = set.articles.find(cart.skus[line]);
      }
    } else {
      throw new IllegalArgumentException(
          "The cart was filled for another set of offers.\nMaybe offers were published meanwhile.");
    }
  }

  /** Works out what each line costs, and may cost at least; returns the sum. */
  private long price(OfferSet set, CartInput cart) {
    long sum = 0;
    long positive = 0;
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
                  .formatted(row < 0 ? cart.skus[line] : set.articles.key(article[line])));
        }
        price = price < 0 ? set.book[row] : price;
        least = least < 0 ? set.book[row + 1] : least;
      }
      long units = quantity / Exact.MICROS;
      long lowest;
      if (units * Exact.MICROS == quantity) {
        amount = amount >= 0 ? amount : Math.multiplyExact(price, units);
        lowest = Math.min(amount, Math.multiplyExact(least, units));
      } else {
        amount = amount >= 0 ? amount : Exact.amount(price, quantity);
        lowest = Math.min(amount, Exact.amountUp(least, quantity));
      }
      micros[line] = quantity;
      whole[line] = units;
      unit[line] = price;
      gross[line] = amount;
      floor[line] = lowest;
      room[line] = amount - lowest;
      sum = Math.addExact(sum, amount);
      positive |= (-amount >>> 63) << line;
      if ((line & 63) == 63 || line == lines - 1) {
        worth[line >>> 6] = positive;
        positive = 0;
      }
    }
    return sum;
  }

  private void prepare(OfferSet set, int n) {
    if (n > gross.length) {
      int more = Math.max(n, 2 * gross.length);
      article = new int[more];
      micros = new long[more];
      whole = new long[more];
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
    none = set.facetCount * words;
    if (facetMask.length < none + words) {
      facetMask = new long[none + words];
    }
    facetMask[none] = -1L;
    if (facets.length <= set.facetCount) {
      facets = new int[set.facetCount + 1];
    }
    if (tagBits.length < ((set.tagCount + 63) >>> 6)) {
      tagBits = new long[(set.tagCount + 63) >>> 6];
    }
    tagBits[0] |= 1L << TagIndex.ALWAYS;
    for (int w = 0; w < words - 1; w++) {
      facetMask[w] = -1L;
    }
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
    facetMask[none] = 0;
    for (int i = 0; i < tagCount; i++) {
      tagBits[tags[i] >>> 6] = 0;
    }
    tagCount = 0;
    for (int w = 0; w < words; w++) {
      facetMask[w] = 0;
    }
    leastRoomBillionths = -1;
  }

  /** Most articles have at most one facet of their own and one of their class. */
  private void markShort(OfferSet set) {
    long[] book = set.book;
    long[] masks = facetMask;
    int[] found = facets;
    int size = 0;
    long rest = 0;
    for (int line = 0; line < lines; line++) {
      int number = article[line];
      if (number == StringIndex.ABSENT) {
        continue;
      }
      long bit = 1L << line;
      long both = book[4 * number + 2];
      int own = (int) (both >>> 32);
      int ofClass = (int) both;
      long before = masks[own];
      masks[own] = before | bit;
      found[size] = own;
      size += before == 0 ? 1 : 0;
      before = masks[ofClass];
      masks[ofClass] = before | bit;
      found[size] = ofClass;
      size += before == 0 ? 1 : 0;
      rest |= (book[4 * number + 3] & 1) << line;
    }
    facetCount = size;
    for (; rest != 0; rest &= rest - 1) {
      int line = Long.numberOfTrailingZeros(rest);
      markRest(set.skuFacets, article[line], 1L << line);
      markRest(set.classFacets, (int) (book[4 * article[line] + 3] >>> 1), 1L << line);
    }
  }

  private void markRest(IntLists lists, int row, long bit) {
    for (int i = lists.starts[row] + 1; i < lists.starts[row + 1]; i++) {
      mark(lists.values[i], bit);
    }
  }

  /** Without a branch, which would be guessed wrong. */
  private void mark(int facet, long bit) {
    long before = facetMask[facet];
    facetMask[facet] = before | bit;
    facets[facetCount] = facet;
    facetCount += before == 0 ? 1 : 0;
  }

  private void mark(IntLists lists, int row, int line) {
    for (int i = lists.starts[row]; i < lists.starts[row + 1]; i++) {
      int facet = lists.values[i];
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
    for (int i = 0; i < cart.numberCount; i++) {
      tag(cart.numbers[i]);
    }
    if (cart.known == null) {
      readTexts(set.tags, cart);
    } else {
      for (int place : cart.places) {
        tag(place);
      }
    }
  }

  private void readTexts(TagIndex known, CartInput cart) {
    for (int i = 0; i < cart.tags.size; i++) {
      tag(known.find(Space.AUDIENCE, cart.tags.texts[i]));
    }
    for (int i = 0; i < cart.coupons.size; i++) {
      tag(known.find(Space.COUPON, cart.coupons.texts[i]));
    }
    for (int i = 0; i < cart.batches.size; i++) {
      tag(known.find(Space.BATCH, cart.batches.texts[i]));
    }
    if (cart.store != null) {
      tag(known.find(Space.STORE, cart.store));
    }
    if (cart.channel != null) {
      tag(known.find(Space.CHANNEL, cart.channel));
    }
    if (cart.payment != null) {
      tag(known.find(Space.PAYMENT, cart.payment));
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

  /** 1 if the cart has a tag, else 0. */
  int tagBit(int number) {
    return (int) (tagBits[number >>> 6] >>> number) & 1;
  }

  /** Lines of a facet, in a cart of at most 64 lines. */
  long facetLines(int facet) {
    return facetMask[facet];
  }

  /** Lines of three facets at once, in a cart of at most 64 lines. */
  long lines(int first, int second, int third) {
    return facetMask[first] & facetMask[second] & facetMask[third];
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

  /** What some lines are worth, in a cart of at most 64 lines. */
  long sumOf(long mask) {
    long sum = 0;
    for (long m = mask; m != 0; m &= m - 1) {
      sum += gross[Long.numberOfTrailingZeros(m)];
    }
    return sum;
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
    copy.whole = whole;
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
