package souk.trust.approval;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import souk.data.api.Documents;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.model.SnapshotId;
import souk.trust.api.Publication;
import souk.trust.approval.Publications.InForce;

/**
 * Puts a content into force: all of it in one transaction, then the tills see it, then the log.
 * What the journal says is in force. Whoever calls it holds {@link Served#publications()}.
 */
final class Enactment {
  private final Publications publications;
  private final Served served;
  private final DecisionLog decisions;
  private final Clock clock;
  private final Json json = new Json();

  Enactment(Publications publications, Served served, DecisionLog decisions, Clock clock) {
    this.publications = publications;
    this.served = served;
    this.decisions = decisions;
    this.clock = clock;
  }

  static long number(Optional<InForce> before) {
    return before.map(InForce::number).orElse(0L) + 1;
  }

  static SnapshotId nextId(Optional<InForce> before) {
    return new SnapshotId("S-" + number(before));
  }

  /**
   * @param fresh the content if it is new; empty if an older one is put back
   * @param others further documents of the same transaction
   */
  Publication put(
      Optional<InForce> before,
      Optional<Content> fresh,
      Content content,
      Cause cause,
      List<Documents.Put> others) {
    long number = number(before);
    Publication publication =
        new Publication(
            "PUB-" + number,
            content.id(),
            before.map(i -> i.publication().snapshot()),
            cause.planId(),
            cause.experimentId(),
            cause.undoes(),
            clock.instant(),
            cause.actor().name(),
            cause.reason(),
            content.prices().prices().size(),
            content.offers().offers().size());
    publications.write(before, publication, number, fresh, cause.offerReviewId(), others);
    served.serve(content);
    String body =
        json.text(
            json.object()
                .put("publicationId", publication.id())
                .put("planId", cause.planId().orElse(""))
                .put("offerReviewId", cause.offerReviewId().orElse(""))
                .put("undoes", cause.undoes().orElse(""))
                .put("reason", cause.reason()));
    decisions.appendDurable(
        Decision.builder(decisions.newId(), "publication", publication.at())
            .actor(cause.actor())
            .snapshot(content.id())
            .body(body)
            .build());
    return publication;
  }
}
