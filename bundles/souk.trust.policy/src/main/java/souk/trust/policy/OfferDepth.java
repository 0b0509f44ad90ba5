package souk.trust.policy;

import java.math.BigDecimal;
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
import souk.trust.lib.WorstCase;
import souk.trust.spi.PolicyGuard;

/**
 * No article loses more than a share of its price to all the offers that may stand beside each
 * other. An offer of a kind whose depth nobody can say needs a second person.
 */
@Component(
    configurationPid = "souk.trust.policy.offer-depth",
    property = {
      "souk.role=PolicyGuard",
      "souk.strategy=offer-depth",
      "souk.version=1.0.0",
      "souk.family=offer",
      "souk.title=Depth of offers after stacking"
    })
@Designate(ocd = OfferDepth.Config.class)
public final class OfferDepth implements PolicyGuard {
  /** Limits. */
  @ObjectClassDefinition(
      name = "Souk: guard of the depth of offers",
      description = "Stops offers that together take too much off an article.")
  public @interface Config {
    @AttributeDefinition(
        name = "Maximum depth (share)",
        description =
            "Greatest share of its price that an article may lose to all offers together, below 1.")
    String maximumDepthShare() default "0.70";
  }

  private final BigDecimal maximum;

  @Activate
  public OfferDepth(Config config) {
    this(config.maximumDepthShare());
  }

  OfferDepth(String maximumDepthShare) {
    maximum = Shares.parse("maximumDepthShare", maximumDepthShare);
  }

  @Override
  public List<Violation> judge(Plan plan) {
    return List.of();
  }

  @Override
  public List<Violation> judgeOffers(OfferChange change) {
    StackedOffers stacked = new StackedOffers(change);
    List<WorstCase> deep =
        stacked.worst().stream().filter(w -> w.share().compareTo(maximum) > 0).toList();
    List<Violation> violations = new ArrayList<>();
    for (WorstCase worst : Findings.few(deep)) {
      violations.add(tooDeep(worst, deep.size()));
    }
    for (Offer offer : stacked.unknown()) {
      violations.add(
          Findings.secondPerson(
              "offer-depth-unknown",
              offer.id(),
              Reason.of(
                  "guard.offer-depth-unknown",
                  "Offer %s has an effect of kind %s, whose depth 0 guards can say. A second person must look at it."
                      .formatted(offer.id(), offer.effect().kind()),
                  offer.id(),
                  offer.effect().kind())));
    }
    return violations;
  }

  private Violation tooDeep(WorstCase worst, int articles) {
    String offers = String.join(", ", worst.offers());
    return Findings.block(
        "offer-depth",
        worst.article().sku(),
        Reason.of(
            "guard.offer-depth",
            "%s can lose %s %% of its price to %s at %s; at most %s %% is allowed (%d articles in all). Make it smaller, or put offers that shall not add up into one stacking group."
                .formatted(
                    worst.article().sku(),
                    Findings.percent(worst.share()),
                    offers,
                    worst.at(),
                    Shares.percent(maximum),
                    articles),
            worst.article().sku(),
            Findings.percent(worst.share()),
            offers,
            Shares.percent(maximum)));
  }
}
