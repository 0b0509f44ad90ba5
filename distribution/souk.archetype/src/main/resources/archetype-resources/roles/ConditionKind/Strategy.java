package ${package};

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import souk.model.CartLine;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.OfferContext;

/** Holds if the cart has at least so many different articles. */
@Component(
    property = {
      "souk.role=ConditionKind",
      "souk.strategy=" + ${className}.ID,
      "souk.version=" + ${className}.VERSION,
      "souk.title=Condition: least number of different articles"
    })
public final class ${className} implements ConditionKind {
  /** The kind that offers name. */
  static final String ID = "${artifactId}";

  static final String VERSION = "${version}";

  /** The only parameter: different articles, 1 to 1000. */
  private static final String ARTICLES = "articles";

  private static final int MOST_ARTICLES = 1000;

  @Override
  public List<Reason> validate(Spec spec) {
    try {
      articles(spec);
      return List.of();
    } catch (IllegalArgumentException wrong) {
      return List.of(Reason.of("${artifactId}.parameter", String.valueOf(wrong.getMessage())));
    }
  }

  @Override
  public Optional<Reason> fails(Spec spec, OfferContext context) {
    int wanted = articles(spec);
    long found = context.cart().lines().stream().map(CartLine::sku).distinct().count();
    return found >= wanted
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                "${artifactId}.missing",
                "%d different articles are needed, the cart has %d.".formatted(wanted, found),
                wanted,
                found));
  }

  private static int articles(Spec spec) {
    Set<String> unknown = new TreeSet<>(spec.parameters().keySet());
    unknown.remove(ARTICLES);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Kind %s knows only the parameter %s, but was given %s.\nMaybe it is misspelt."
              .formatted(ID, ARTICLES, String.join(", ", unknown)));
    }
    BigDecimal articles = spec.number(ARTICLES);
    if (articles.signum() <= 0
        || articles.compareTo(BigDecimal.valueOf(MOST_ARTICLES)) > 0
        || articles.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(
          "Parameter %s of kind %s must be a whole number in [1, %d], but is %s."
              .formatted(ARTICLES, ID, MOST_ARTICLES, articles.toPlainString()));
    }
    return articles.intValueExact();
  }
}
