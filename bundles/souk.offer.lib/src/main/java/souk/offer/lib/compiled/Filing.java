package souk.offer.lib.compiled;

import java.util.ArrayList;
import java.util.List;

/**
 * Files each offer where few carts find it: one with a code under its code, others under the
 * smallest part of their scope, else under their tags, else everywhere. Where more than a handful
 * of offers ask for that, each cart that has it would be led to all of them; then an offer goes
 * under the other thing that it asks for, if fewer offers ask for that. For one thread, used once.
 */
final class Filing {
  /** So many offers in one place are no burden. */
  static final int HANDFUL = 4;

  private static final int[] NONE = {};

  final IntLists facetOffers;
  final IntLists tagOffers;

  /** Offers that every cart finds. */
  final int[] general;

  private final int[] facetSize;
  private final int[] askedFacets;
  private final int[] askedTags;

  /** By offer: its smallest facet. */
  private final int[] facets;

  /** By offer: tags of which a cart needs one. */
  private final int[][] tags;

  /** By offer: whether these are codes. */
  private final boolean[] codes;

  /**
   * @param facetSize articles by facet
   */
  Filing(Condition[][] conditions, Effect[] effects, int[] facetSize, int tagCount) {
    this.facetSize = facetSize;
    int n = effects.length;
    this.facets = new int[n];
    this.tags = new int[n][];
    this.codes = new boolean[n];
    this.askedFacets = new int[facetSize.length];
    this.askedTags = new int[tagCount];
    for (int i = 0; i < n; i++) {
      look(i, conditions[i], effects[i]);
    }
    IntLists.Builder byFacet = new IntLists.Builder();
    IntLists.Builder byTag = new IntLists.Builder();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (underTags(i)) {
        for (int tag : tags[i]) {
          byTag.add(tag, i);
        }
      } else if (facets[i] != ScopeRef.EVERYTHING) {
        byFacet.add(facets[i], i);
      } else {
        others.add(i);
      }
    }
    this.facetOffers = byFacet.build(facetSize.length);
    this.tagOffers = byTag.build(tagCount);
    this.general = others.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Finds what a cart must have; of several conditions on tags one on codes, else the first. */
  private void look(int offer, Condition[] conditions, Effect effect) {
    int facet = smallest(effect.needs(), ScopeRef.EVERYTHING);
    tags[offer] = NONE;
    for (Condition condition : conditions) {
      facet = smallest(condition.needs(), facet);
      int[] needed = condition.needsTag();
      boolean code = condition.coupon() && !codes[offer];
      if (needed.length > 0 && (code || tags[offer].length == 0)) {
        tags[offer] = needed;
        codes[offer] = condition.coupon();
      }
    }
    facets[offer] = facet;
    askedFacets[facet]++;
    for (int tag : tags[offer]) {
      askedTags[tag]++;
    }
  }

  private boolean underTags(int offer) {
    if (tags[offer].length == 0 || facets[offer] == ScopeRef.EVERYTHING) {
      return tags[offer].length > 0;
    }
    long byTag = 0;
    for (int tag : tags[offer]) {
      byTag += askedTags[tag];
    }
    long byFacet = askedFacets[facets[offer]];
    return codes[offer]
        ? byTag <= HANDFUL || byTag <= byFacet
        : byFacet > HANDFUL && byTag < byFacet;
  }

  private int smallest(ScopeRef scope, int best) {
    int least = best;
    for (int i = 0; i < 3; i++) {
      int facet = scope.facet(i);
      if (facet != ScopeRef.EVERYTHING
          && (least == ScopeRef.EVERYTHING || facetSize[facet] < facetSize[least])) {
        least = facet;
      }
    }
    return least;
  }
}
