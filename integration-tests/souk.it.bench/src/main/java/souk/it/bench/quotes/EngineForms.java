package souk.it.bench.quotes;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import souk.it.bench.quotes.Promotion.Condition;
import souk.it.bench.quotes.Promotion.Figures;
import souk.offer.lib.compiled.ConditionForm;
import souk.offer.lib.compiled.EffectForm;
import souk.offer.lib.compiled.EffectForm.Part;
import souk.offer.lib.compiled.OfferForm;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.Scope;

/** Tells the offer library a market. */
final class EngineForms {
  private static final long PERCENT = 1_000_000;
  private static final long ALL = 100 * PERCENT;
  private static final long ALWAYS = 1_000_000;
  private final Market market;

  EngineForms(Market market) {
    this.market = market;
  }

  OfferSet compiled() {
    OfferSet.Builder set = OfferSet.builder();
    for (Article article : market.articles()) {
      set.article(
          article.sku(),
          article.priceMinor(),
          article.floorMinor(),
          List.of(article.categoryName()),
          null);
    }
    for (Promotion promotion : market.promotions()) {
      set.offer(form(promotion));
    }
    return set.build();
  }

  private OfferForm form(Promotion promotion) {
    OfferForm.Builder form =
        OfferForm.builder(promotion.id(), effect(promotion))
            .window(Market.NOON.minus(Duration.ofDays(10)), Market.NOON.plus(Duration.ofDays(10)))
            .priority(promotion.priority())
            .group(promotion.group().text())
            .exclusive(promotion.exclusive());
    Condition condition = promotion.condition();
    if (!condition.audience().isEmpty()) {
      form.condition(ConditionForm.audience(Set.of(condition.audience()), Set.of()));
    }
    if (!condition.channel().isEmpty()) {
      form.condition(ConditionForm.channel(Set.of(condition.channel()), Set.of()));
    }
    if (!condition.store().isEmpty()) {
      form.condition(ConditionForm.store(Set.of(condition.store()), Set.of()));
    }
    if (!condition.coupon().isEmpty()) {
      form.condition(ConditionForm.coupon(condition.coupon()));
    }
    return form.build();
  }

  private EffectForm effect(Promotion promotion) {
    Figures figures = promotion.figures();
    Scope scope = scope(promotion);
    return switch (promotion.kind()) {
      case PERCENT -> EffectForm.percentage(scope, figures.percent() * PERCENT);
      case TIERS -> EffectForm.tiers(scope, figures.thresholds(), figures.amounts());
      case EVERY -> EffectForm.every(scope, figures.step(), figures.off(), figures.most());
      case BUY -> EffectForm.buyGet(scope, figures.buy(), figures.free(), ALL, ALWAYS);
      case BUNDLE ->
          EffectForm.bundle(
              Arrays.stream(promotion.articles())
                  .mapToObj(article -> new Part(Scope.skus(sku(article)), 1))
                  .toList(),
              figures.price(),
              ALWAYS);
      case MEMBER -> EffectForm.fixedPrice(scope, figures.price());
    };
  }

  private Scope scope(Promotion promotion) {
    if (promotion.articles().length > 0) {
      return Scope.skus(
          Arrays.stream(promotion.articles()).mapToObj(this::sku).toArray(String[]::new));
    }
    return promotion.category() < 0 ? Scope.all() : Scope.categories("C" + promotion.category());
  }

  private String sku(int article) {
    return market.articles().get(article).sku();
  }
}
