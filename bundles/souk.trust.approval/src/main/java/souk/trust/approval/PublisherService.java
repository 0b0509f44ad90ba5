package souk.trust.approval;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Costs;
import souk.data.api.Documents;
import souk.data.api.SalesHistory;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.StrategyRouter;
import souk.plan.api.Plans;
import souk.trust.api.Publication;
import souk.trust.api.PublishRequest;
import souk.trust.api.Publisher;

/** Puts approved plans into force. */
@Component
public final class PublisherService implements Publisher {
  private final Publishing publishing;
  private final AuditTrail trail;

  @Activate
  public PublisherService(
      @Reference Plans plans,
      @Reference SalesHistory sales,
      @Reference Costs costs,
      @Reference Documents documents,
      @Reference PublicationRestorer restorer,
      @Reference PresentNeighbours neighbours,
      @Reference ConfiguredTerms terms,
      @Reference StrategyRouter router,
      @Reference RouterAdmin admin,
      @Reference DecisionLog decisions,
      @Reference AuditTrail trail) {
    this.trail = trail;
    Clock clock = restorer.clock();
    Guards guards = new Guards(router, () -> GuardList.of(admin));
    publishing =
        new Publishing(
            new Reviews(plans, documents, guards, clock),
            new PriceBooks(sales, costs),
            new Publications(documents),
            restorer.served(),
            new ShopFacts(() -> Optional.of(sales), terms::terms),
            new OfferReviews(documents, new OfferHistory(documents), clock),
            new OfferGuards(guards, neighbours, clock),
            decisions,
            neighbours::engine,
            clock);
  }

  @Override
  public Publication publishBaseline(Actor actor) {
    return publishing.publishBaseline(actor);
  }

  @Override
  public Publication publish(PublishRequest request, Actor actor, String reason) {
    return recorded(publishing.publish(request, actor, reason), "publication", actor, reason);
  }

  private Publication recorded(Publication publication, String kind, Actor actor, String reason) {
    AuditEntry.Builder entry =
        AuditEntry.builder(actor, kind, publication.planId().orElse(publication.id()))
            .reason(reason)
            .after(publication.snapshot().value());
    publication.previous().ifPresent(before -> entry.before(before.value()));
    trail.record(entry.build());
    return publication;
  }

  @Override
  public Publication undo(String publicationId, Actor actor, String reason) {
    return recorded(
        publishing.undo(publicationId, actor, reason), "publication.undo", actor, reason);
  }

  @Override
  public Optional<Publication> current() {
    return publishing.current();
  }

  @Override
  public List<Publication> history(int limit) {
    return publishing.history(limit);
  }
}
