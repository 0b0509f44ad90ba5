package souk.it.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import souk.it.bench.quotes.Market;
import souk.it.bench.quotes.Promotion;

/**
 * The promotions as rules in the way the engine is meant to be used: facts are the cart and its
 * lines and nothing else; sums are accumulated by rules; the order of application is the rules'
 * salience; a consequence takes the promotion off at once. One rule per promotion. Patterns begin
 * with an equality that the engine can look up in a hash wherever a promotion is about one article
 * or one category, and a rule that adds up asks first whether there is anything to add, so that the
 * engine leaves it alone otherwise. What one promotion amounts to is plain Java here too.
 */
final class WholeRules {
  private static final String HEAD =
      """
      package souk.it.peers.rules;
      import souk.it.peers.CartFact;
      import souk.it.peers.LineFact;
      import souk.it.peers.Till;
      global Till till;
      """;

  private final Market market;

  WholeRules(Market market) {
    this.market = market;
  }

  /**
   * @param byPriority promotions; rules name them by position
   */
  String text(List<Promotion> byPriority) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < byPriority.size(); i++) {
      Promotion promotion = byPriority.get(i);
      text.append("rule \"%s\" salience %d when%n".formatted(promotion.id(), -i));
      String bits = "$bits";
      if (promotion.kind() == Promotion.Kind.BUNDLE) {
        bits = bundle(text, promotion);
      } else if (promotion.articles().length == 1) {
        text.append("  LineFact(%s, $bits : bit)%n".formatted(line(promotion, 0)));
      } else {
        several(text, promotion);
      }
      text.append("then till.take(%d, %s); end%n".formatted(i, bits));
    }
    return text.toString();
  }

  private void several(StringBuilder text, Promotion promotion) {
    long least =
        switch (promotion.kind()) {
          case TIERS -> promotion.figures().thresholds()[0];
          case EVERY -> promotion.figures().step();
          default -> 1;
        };
    String scope = "";
    if (promotion.articles().length > 0) {
      scope =
          Arrays.stream(promotion.articles())
              .mapToObj(article -> '"' + market.articles().get(article).sku() + '"')
              .collect(Collectors.joining(", ", "sku in (", ")"));
    } else if (promotion.category() >= 0) {
      scope = "category == \"C%d\"".formatted(promotion.category());
    }
    text.append("  CartFact(%s)%n".formatted(condition(promotion)))
        .append("  exists LineFact(%s)%n".formatted(scope))
        .append(
            "  accumulate(LineFact(%s$bit : bit, $gross : gross); $bits : sum($bit), $sum : sum($gross); $sum >= %dL)%n"
                .formatted(scope.isEmpty() ? "" : scope + ", ", least));
  }

  private static String condition(Promotion promotion) {
    String onLines = MatchingRules.condition(promotion.condition());
    return onLines.isEmpty() ? "" : onLines.substring(2).replace("cart.", "");
  }

  /** Joins the lines and returns what the consequence says of them. */
  private String bundle(StringBuilder text, Promotion promotion) {
    List<String> bits = new ArrayList<>();
    for (int i = 0; i < promotion.articles().length; i++) {
      text.append("  LineFact(%s, $b%d : bit)%n".formatted(line(promotion, i), i));
      bits.add("$b" + i);
    }
    return String.join(" | ", bits);
  }

  private String line(Promotion promotion, int i) {
    return "sku == \"%s\"%s"
        .formatted(
            market.articles().get(promotion.articles()[i]).sku(),
            MatchingRules.condition(promotion.condition()));
  }
}
