package souk.it.peers;

import java.util.ArrayList;
import java.util.List;
import souk.it.bench.quotes.Market;
import souk.it.bench.quotes.Promotion;
import souk.it.bench.quotes.Promotion.Condition;

/**
 * Rules that only say which promotions match which lines; amounts and the choice are plain Java
 * behind them. One rule per promotion and article, so that every pattern begins with an equality
 * that the engine looks up in a hash; conditions are on fields of the same fact, so that no rule
 * but a bundle's joins; sums over categories are added up in Java and put in as facts, so that
 * nothing accumulates and nothing has a salience.
 */
final class MatchingRules {
  private static final String HEAD =
      """
      package souk.it.peers.rules;
      import souk.it.peers.CartFact;
      import souk.it.peers.Hits;
      import souk.it.peers.LineFact;
      import souk.it.peers.ScopeFact;
      global Hits hits;
      """;

  private final Market market;

  MatchingRules(Market market) {
    this.market = market;
  }

  /**
   * @param byPriority promotions; rules name them by position
   */
  String text(List<Promotion> byPriority) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < byPriority.size(); i++) {
      add(text, i, byPriority.get(i));
    }
    return text.toString();
  }

  private void add(StringBuilder text, int number, Promotion promotion) {
    if (promotion.articles().length == 0) {
      scope(text, number, promotion);
    } else if (promotion.kind() == Promotion.Kind.BUNDLE) {
      bundle(text, number, promotion);
    } else {
      for (int article : promotion.articles()) {
        text.append("rule \"%s %d\" when%n".formatted(promotion.id(), article))
            .append("  $l : LineFact(%s)%n".formatted(line(article, promotion)))
            .append("then hits.line(%d, $l.getPosition()); end%n".formatted(number));
      }
    }
  }

  private void scope(StringBuilder text, int number, Promotion promotion) {
    String category = promotion.category() < 0 ? "all" : "C" + promotion.category();
    long least =
        switch (promotion.kind()) {
          case TIERS -> promotion.figures().thresholds()[0];
          case EVERY -> promotion.figures().step();
          default -> 0;
        };
    String enough = least > 0 ? ", gross >= %dL".formatted(least) : "";
    text.append("rule \"%s\" when%n".formatted(promotion.id()))
        .append(
            "  $s : ScopeFact(category == \"%s\"%s%s)%n"
                .formatted(category, enough, condition(promotion.condition())))
        .append("then hits.lines(%d, $s.getLines()); end%n".formatted(number));
  }

  private void bundle(StringBuilder text, int number, Promotion promotion) {
    text.append("rule \"%s\" when%n".formatted(promotion.id()));
    List<String> bits = new ArrayList<>();
    for (int article : promotion.articles()) {
      String variable = "$l" + bits.size();
      text.append("  %s : LineFact(%s)%n".formatted(variable, line(article, promotion)));
      bits.add("1 << %s.getPosition()".formatted(variable));
    }
    text.append("then hits.lines(%d, %s); end%n".formatted(number, String.join(" | ", bits)));
  }

  private String line(int article, Promotion promotion) {
    return "sku == \"%s\"%s"
        .formatted(market.articles().get(article).sku(), condition(promotion.condition()));
  }

  static String condition(Condition condition) {
    StringBuilder text = new StringBuilder();
    text.append(condition.audience().isEmpty() ? "" : ", cart.gold == true");
    field(text, "channel", condition.channel());
    field(text, "store", condition.store());
    field(text, "coupon", condition.coupon());
    return text.toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(", cart.%s == \"%s\"".formatted(name, value));
    }
  }
}
