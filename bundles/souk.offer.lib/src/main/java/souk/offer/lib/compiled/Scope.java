package souk.offer.lib.compiled;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which articles are concerned: those of {@code skus}, of one of {@code categories} and of one of
 * {@code brands}; a part that is empty does not matter. Immutable.
 */
public final class Scope {
  private static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

  private final Set<String> skus;
  private final Set<String> categories;
  private final Set<String> brands;

  private Scope(Collection<String> skus, Collection<String> categories, Collection<String> brands) {
    this.skus = new TreeSet<>(skus);
    this.categories = new TreeSet<>(categories);
    this.brands = new TreeSet<>(brands);
  }

  /** All articles. */
  public static Scope all() {
    return ALL;
  }

  public static Scope skus(String... skus) {
    return new Scope(Set.of(skus), Set.of(), Set.of());
  }

  public static Scope categories(String... categories) {
    return new Scope(Set.of(), Set.of(categories), Set.of());
  }

  public static Scope brands(String... brands) {
    return new Scope(Set.of(), Set.of(), Set.of(brands));
  }

  public static Scope of(
      Collection<String> skus, Collection<String> categories, Collection<String> brands) {
    return skus.isEmpty() && categories.isEmpty() && brands.isEmpty()
        ? ALL
        : new Scope(skus, categories, brands);
  }

  Set<String> skus() {
    return skus;
  }

  Set<String> categories() {
    return categories;
  }

  Set<String> brands() {
    return brands;
  }
}
