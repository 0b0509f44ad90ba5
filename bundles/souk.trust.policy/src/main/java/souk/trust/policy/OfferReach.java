package souk.trust.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.model.Reason;
import souk.offer.api.Offer;
import souk.plan.api.Plan;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/**
 * An offer for a large part of the catalogue, and a shared coupon code without any limit, need a
 * second person.
 */
@Component(
    configurationPid = "souk.trust.policy.offer-reach",
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=offer-reach",
      "souk.version=1.0.0",
      "souk.family=offer",
      "souk.title=Reach and limits of offers"
    })
@Designate(ocd = OfferReach.Config.class)
public final class OfferReach implements PolicyGuard {
  /** Limits. */
  @ObjectClassDefinition(
      name = "Souk: guard of the reach of offers",
      description = "Offers for much of the catalogue and coupons without limit need two people.")
  public @interface Config {
    @AttributeDefinition(
        name = "Articles of one offer (share)",
        description = "An offer for a larger share of all articles needs a second person, below 1.")
    String secondPersonCatalogueShare() default "0.50";
  }

  private final BigDecimal catalogue;

  @Activate
  public OfferReach(Config config) {
    this(config.secondPersonCatalogueShare());
  }

  OfferReach(String secondPersonCatalogueShare) {
    catalogue = Shares.parse("secondPersonCatalogueShare", secondPersonCatalogueShare);
  }

  @Override
  public List<Violation> judge(Plan plan) {
    return List.of();
  }

  @Override
  public List<Violation> judgeOffers(OfferChange change) {
    StackedOffers stacked = new StackedOffers(change);
    List<Violation> violations = new ArrayList<>();
    for (Offer offer : stacked.changed()) {
      int touched = stacked.touched(offer).size();
      if (stacked.articles() > 0 && tooMany(touched, stacked.articles())) {
        violations.add(
            Findings.secondPerson(
                "offer-reach",
                offer.id(),
                Reason.of(
                    "guard.offer-reach",
                    "%s is for %d of %d articles; up to %s %% one approval will do. Name articles, categories or brands, or let a second person confirm."
                        .formatted(
                            offer.id(), touched, stacked.articles(), Shares.percent(catalogue)),
                    offer.id(),
                    touched,
                    stacked.articles(),
                    Shares.percent(catalogue))));
      }
      if (touched > 0 && openCoupon(offer)) {
        violations.add(
            Findings.secondPerson(
                "coupon-without-limit",
                offer.id(),
                Reason.of(
                    "guard.coupon-without-limit",
                    "%s is given for a shared code with 0 limits: no total and no budget. Set limits.total or limits.budget, or let a second person confirm."
                        .formatted(offer.id()),
                    offer.id())));
      }
    }
    return violations;
  }

  private boolean tooMany(int touched, int all) {
    return BigDecimal.valueOf(touched)
            .divide(BigDecimal.valueOf(all), 6, RoundingMode.UP)
            .compareTo(catalogue)
        > 0;
  }

  private static boolean openCoupon(Offer offer) {
    return offer.limits().total().isEmpty()
        && offer.limits().budget().isEmpty()
        && offer.conditions().stream()
            .anyMatch(c -> c.kind().equals("coupon") && c.parameters().containsKey("code"));
  }
}
