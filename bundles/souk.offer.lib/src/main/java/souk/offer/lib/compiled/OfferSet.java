package souk.offer.lib.compiled;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Articles and offers compiled for quoting. Offers are numbered in the order of application: those
 * on list amounts before those on net amounts, then by priority, highest first, then by id.
 * Immutable and safe for use by many threads.
 */
public final class OfferSet {
  static final int PAUSED = 1;
  static final int EXCLUSIVE = 2;

  /** Depends on what earlier offers have left. */
  static final int DEPENDENT = 4;

  /** Its effect is computed on what earlier offers have left. */
  static final int NET_EFFECT = 8;

  static final int COUNTED = 16;
  static final int BENEFIT = 32;
  static final int FOREIGN_EFFECT = 64;

  /** Its amount is spread over lines, which is left until it is needed. */
  static final int SPREAD = 128;

  /** The one tag of its gate does not decide on it. */
  static final int CLOSER_LOOK = 256;

  /** A gate that is no tag: the conditions have to be looked at. */
  static final int CONDITIONS = -1;

  final StringIndex articles;

  /**
   * Four numbers per article: price; floor; its first facet and the first of its class, or {@link
   * #facetCount} for none; twice its class, plus 1 if it or the class has more facets.
   */
  final long[] book;

  final ZoneId zone;
  final TagIndex tags;
  final int tagCount;
  final int facetCount;
  final IntLists skuFacets;
  final IntLists classFacets;

  final OfferForm[] forms;
  final long[] windows;
  final int[] flags;
  final int[] groups;
  final int groupCount;
  final int[] ranks;
  final Condition[][] conditions;

  /** By offer: the tag that decides whether its conditions hold, or {@link #CONDITIONS}. */
  final int[] gates;

  /** By offer: its gate; {@link TagIndex#ALWAYS} if there is more to look at. */
  final int[] quickGates;

  final Effect[] effects;
  final IntLists facetOffers;
  final IntLists tagOffers;
  final int[] general;

  /** Offers from here on look at what others have left. */
  final int firstDependent;

  /** By offer: the facet that alone tells which lines it may change; −1 if there is more to it. */
  final int[] onlyFacets;

  /** The offers as rows of bits, if they are few. */
  final @Nullable OfferRows rows;

  private final boolean foreign;

  /** By offer: the lines it may change, if these are a scope. */
  final @Nullable ScopeRef[] reaches;

  OfferSet(OfferCompilation c) {
    this.articles = c.articles;
    this.book = c.book;
    this.zone = c.zone;
    this.tags = c.interning.tags();
    this.tagCount = tags.size();
    this.facetCount = c.interning.facets().size();
    this.skuFacets = c.skuFacets;
    this.classFacets = c.classFacets;
    this.forms = c.forms;
    this.windows = c.windows;
    this.flags = c.flags;
    this.groups = c.groups;
    this.groupCount = c.groupCount;
    this.ranks = c.ranks;
    this.conditions = c.conditions;
    this.gates = c.gates;
    this.quickGates = c.quickGates;
    this.effects = c.effects;
    this.facetOffers = c.filing.facetOffers;
    this.tagOffers = c.filing.tagOffers;
    this.general = c.filing.general;
    this.firstDependent = c.firstDependent;
    this.reaches = c.reaches;
    this.onlyFacets =
        Arrays.stream(reaches).mapToInt(reach -> reach == null ? -1 : reach.only()).toArray();
    this.foreign =
        Arrays.stream(flags).anyMatch(f -> (f & FOREIGN_EFFECT) != 0)
            || Arrays.stream(conditions)
                .flatMap(Arrays::stream)
                .anyMatch(one -> one == ConditionForm.ForeignCondition.INSTANCE);
    this.rows = OfferRows.of(this);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Number of offers. */
  public int size() {
    return forms.length;
  }

  public String offerId(int offer) {
    return forms[offer].id();
  }

  /** Position of the id among all ids in alphabetical order. */
  public int rank(int offer) {
    return ranks[offer];
  }

  public boolean exclusive(int offer) {
    return has(offer, EXCLUSIVE);
  }

  public int priority(int offer) {
    return forms[offer].priority();
  }

  public String group(int offer) {
    return forms[offer].group();
  }

  /** True if offers have conditions or effects of other bundles. */
  public boolean foreign() {
    return foreign;
  }

  /** True if it is applied after the offers that do not look at what others have left. */
  public boolean dependent(int offer) {
    return has(offer, DEPENDENT);
  }

  boolean has(int offer, int flag) {
    return (flags[offer] & flag) != 0;
  }

  /** Collects articles and offers; not safe for use by many threads. */
  public static final class Builder {
    private static final ClassKey NO_FACTS = new ClassKey(List.of(), "");

    final StringIndex articles = new StringIndex();
    long[] prices = new long[64];
    long[] floors = new long[64];
    int[] articleClass = new int[64];
    final BitSet priced = new BitSet();
    final Map<ClassKey, Integer> classes = new HashMap<>();
    final List<ClassKey> classKeys = new ArrayList<>();
    final List<OfferForm> offers = new ArrayList<>();
    private final Set<String> ids = new java.util.HashSet<>();
    ZoneId zone = ZoneOffset.UTC;

    /** Categories and brand: articles with the same ones are of one class. */
    record ClassKey(List<String> categories, String brand) {}

    private Builder() {
      classOf(NO_FACTS);
    }

    /** Zone of weekdays and times of day; UTC if not given. */
    public Builder zone(ZoneId id) {
      this.zone = id;
      return this;
    }

    /** An article of no category and no brand. */
    public Builder article(String sku, long priceMinor, long floorMinor) {
      return article(sku, priceMinor, floorMinor, List.of(), null);
    }

    /**
     * @param priceMinor per unit
     * @param floorMinor per unit; never sold below
     * @param categories all it belongs to
     */
    public Builder article(
        String sku,
        long priceMinor,
        long floorMinor,
        Collection<String> categories,
        @Nullable String brand) {
      if (floorMinor < 0 || priceMinor < floorMinor) {
        throw new IllegalArgumentException(
            "Article %s has the price %d and the floor %d, but a floor must be at least 0 and at most the price."
                .formatted(sku, priceMinor, floorMinor));
      }
      int number = articles.add(sku);
      if (number >= prices.length) {
        int more = 2 * prices.length;
        prices = Arrays.copyOf(prices, more);
        floors = Arrays.copyOf(floors, more);
        articleClass = Arrays.copyOf(articleClass, more);
      }
      priced.set(number);
      prices[number] = priceMinor;
      floors[number] = floorMinor;
      articleClass[number] =
          categories.isEmpty() && brand == null
              ? 0
              : classOf(
                  new ClassKey(List.copyOf(new TreeSet<>(categories)), brand == null ? "" : brand));
      return this;
    }

    private int classOf(ClassKey key) {
      Integer known = classes.putIfAbsent(key, classKeys.size());
      if (known != null) {
        return known;
      }
      classKeys.add(key);
      return classKeys.size() - 1;
    }

    /**
     * @throws IllegalArgumentException if its id occurs twice
     */
    public Builder offer(OfferForm offer) {
      if (!ids.add(offer.id())) {
        throw new IllegalArgumentException("Offer " + offer.id() + " occurs twice.");
      }
      offers.add(offer);
      return this;
    }

    public OfferSet build() {
      return new OfferSet(new OfferCompilation(this));
    }
  }
}
