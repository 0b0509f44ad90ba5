package souk.offer.lib.compiled;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import souk.offer.lib.compiled.Interning.About;
import souk.offer.lib.compiled.Interning.Facet;

/** The work of building an {@link OfferSet}. For one thread, used once. */
final class OfferCompilation {
  final Interning interning;
  final StringIndex articles;
  final long[] book;
  private final int[] articleClass;
  final ZoneId zone;
  final OfferForm[] forms;
  final long[] windows;
  final int[] flags;
  final int[] groups;
  final int groupCount;
  final int[] ranks;
  final Condition[][] conditions;
  final int[] gates;
  final int[] quickGates;
  final Effect[] effects;
  final IntLists skuFacets;
  final IntLists classFacets;
  final Filing filing;
  final int firstDependent;
  final @Nullable ScopeRef[] reaches;
  private final int[] facetSize;

  OfferCompilation(OfferSet.Builder b) {
    this.articles = b.articles;
    this.interning = new Interning(articles);
    this.zone = b.zone;
    int n = b.offers.size();
    Condition[][] bound = new Condition[n][];
    Effect[] effectOf = new Effect[n];
    for (int i = 0; i < n; i++) {
      OfferForm form = b.offers.get(i);
      bound[i] = form.conditions().stream().map(c -> c.bind(interning)).toArray(Condition[]::new);
      effectOf[i] = form.effect().bind(interning);
    }
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer, Boolean>comparing(i -> dependent(b.offers.get(i), bound[i]))
            .thenComparing(i -> b.offers.get(i).priority(), Comparator.reverseOrder())
            .thenComparing(i -> b.offers.get(i).id()));
    this.forms = new OfferForm[n];
    this.conditions = new Condition[n][];
    this.gates = new int[n];
    this.quickGates = new int[n];
    this.effects = new Effect[n];
    this.windows = new long[2 * n];
    this.flags = new int[n];
    this.groups = new int[n];
    Map<String, Integer> groupNumbers = new HashMap<>();
    for (int i = 0; i < n; i++) {
      OfferForm form = b.offers.get(order[i]);
      forms[i] = form;
      conditions[i] = bound[order[i]];
      effects[i] = effectOf[order[i]];
      windows[2 * i] = form.from();
      windows[2 * i + 1] = form.until();
      groups[i] = groupNumbers.computeIfAbsent(form.group(), g -> groupNumbers.size());
      flags[i] = flags(form, conditions[i], effects[i]);
      gates[i] = gate(conditions[i]);
      if (gates[i] == OfferSet.CONDITIONS || (flags[i] & PriorityPass.APART) != 0) {
        flags[i] |= OfferSet.CLOSER_LOOK;
      }
      quickGates[i] = (flags[i] & OfferSet.CLOSER_LOOK) == 0 ? gates[i] : TagIndex.ALWAYS;
    }
    this.groupCount = groupNumbers.size();
    this.ranks = ranks(forms);
    int articleCount = articles.size();
    int priced = Math.min(articleCount, b.articleClass.length);
    this.articleClass = Arrays.copyOf(Arrays.copyOf(b.articleClass, priced), articleCount);
    this.facetSize = new int[interning.facets().size()];
    this.skuFacets = skuFacets(articleCount);
    this.classFacets = classFacets(b.classKeys);
    this.book = book(b, articleCount);
    this.filing = new Filing(conditions, effects, facetSize, interning.tags().size());
    this.firstDependent =
        (int) Arrays.stream(flags).filter(f -> (f & OfferSet.DEPENDENT) == 0).count();
    this.reaches = new @Nullable ScopeRef[n];
    for (int i = 0; i < n; i++) {
      reaches[i] = effects[i].reach();
    }
  }

  private static boolean dependent(OfferForm form, Condition[] conditions) {
    return form.net() || Arrays.stream(conditions).anyMatch(Condition::net);
  }

  private static int flags(OfferForm form, Condition[] conditions, Effect effect) {
    int flags = form.paused() ? OfferSet.PAUSED : 0;
    flags |= form.exclusive() ? OfferSet.EXCLUSIVE : 0;
    flags |= dependent(form, conditions) ? OfferSet.DEPENDENT : 0;
    flags |= form.net() ? OfferSet.NET_EFFECT : 0;
    flags |= form.counted() ? OfferSet.COUNTED : 0;
    flags |= effect.benefit() ? OfferSet.BENEFIT : 0;
    flags |=
        effect instanceof OrderEffects.Spread && !dependent(form, conditions) ? OfferSet.SPREAD : 0;
    return flags | (effect == OrderEffects.ForeignEffect.INSTANCE ? OfferSet.FOREIGN_EFFECT : 0);
  }

  /** The one tag that decides whether all conditions hold, or {@link OfferSet#CONDITIONS}. */
  private static int gate(Condition[] conditions) {
    if (conditions.length == 0) {
      return TagIndex.ALWAYS;
    }
    return conditions.length == 1 ? conditions[0].onlyTag() : OfferSet.CONDITIONS;
  }

  private static int[] ranks(OfferForm[] forms) {
    Integer[] byId = new Integer[forms.length];
    Arrays.setAll(byId, i -> i);
    Arrays.sort(byId, Comparator.comparing(i -> forms[i].id()));
    int[] ranks = new int[forms.length];
    for (int i = 0; i < byId.length; i++) {
      ranks[byId[i]] = i;
    }
    return ranks;
  }

  /** Articles that only scopes name have no price. */
  private long[] book(OfferSet.Builder b, int articleCount) {
    long[] rows = new long[4 * articleCount];
    for (int i = 0; i < articleCount; i++) {
      boolean priced = b.priced.get(i);
      rows[4 * i] = priced ? b.prices[i] : -1;
      rows[4 * i + 1] = priced ? b.floors[i] : -1;
      int itsClass = articleClass[i];
      rows[4 * i + 2] = (long) first(skuFacets, i) << 32 | first(classFacets, itsClass);
      boolean more = size(skuFacets, i) > 1 || size(classFacets, itsClass) > 1;
      rows[4 * i + 3] = 2L * itsClass + (more ? 1 : 0);
    }
    return rows;
  }

  private static int size(IntLists lists, int row) {
    return lists.starts[row + 1] - lists.starts[row];
  }

  private int first(IntLists lists, int row) {
    return size(lists, row) == 0 ? facetSize.length : lists.values[lists.starts[row]];
  }

  private IntLists skuFacets(int articleCount) {
    IntLists.Builder lists = new IntLists.Builder();
    List<Facet> facets = interning.facets();
    for (int f = 0; f < facets.size(); f++) {
      if (facets.get(f).about() == About.SKU) {
        for (String sku : facets.get(f).texts()) {
          lists.add(articles.find(sku), f);
        }
        facetSize[f] = facets.get(f).texts().size();
      }
    }
    return lists.build(articleCount);
  }

  private IntLists classFacets(List<OfferSet.Builder.ClassKey> classes) {
    Map<String, List<Integer>> byBrand = new HashMap<>();
    Map<String, List<Integer>> byCategory = new HashMap<>();
    List<Facet> facets = interning.facets();
    for (int f = 0; f < facets.size(); f++) {
      Facet facet = facets.get(f);
      if (facet.about() == About.BRAND || facet.about() == About.CATEGORY) {
        Map<String, List<Integer>> map = facet.about() == About.BRAND ? byBrand : byCategory;
        for (String text : facet.texts()) {
          map.computeIfAbsent(text, t -> new ArrayList<>()).add(f);
        }
      }
    }
    int[] sizes = new int[classes.size()];
    for (int c : articleClass) {
      sizes[c]++;
    }
    IntLists.Builder lists = new IntLists.Builder();
    int[] seen = new int[facets.size()];
    for (int c = 0; c < classes.size(); c++) {
      List<Integer> found =
          new ArrayList<>(byBrand.getOrDefault(classes.get(c).brand(), List.of()));
      for (String category : classes.get(c).categories()) {
        found.addAll(byCategory.getOrDefault(category, List.of()));
      }
      for (int f : found) {
        if (seen[f] != c + 1) {
          seen[f] = c + 1;
          lists.add(c, f);
          facetSize[f] += sizes[c];
        }
      }
    }
    return lists.build(classes.size());
  }
}
