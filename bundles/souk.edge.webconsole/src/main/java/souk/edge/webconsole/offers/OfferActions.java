package souk.edge.webconsole.offers;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import souk.edge.webconsole.html.Messages;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Jobs;
import souk.offer.api.BatchRequest;
import souk.offer.api.CouponLedger;
import souk.trust.api.OfferDesk;
import souk.trust.api.Person;

/** What the buttons of the page do. */
final class OfferActions {
  private static final String JOB = "coupons";

  private final OfferDesk desk;
  private final @Nullable CouponLedger ledger;
  private final Jobs jobs;
  private final AuditTrail trail;
  private final NewCodes codes;

  OfferActions(
      OfferDesk desk, @Nullable CouponLedger ledger, Jobs jobs, AuditTrail trail, NewCodes codes) {
    this.desk = desk;
    this.ledger = ledger;
    this.jobs = jobs;
    this.trail = trail;
    this.codes = codes;
  }

  /** Stops or gives one offer. */
  String turn(String action, String offerId, Person person, String reason, Messages messages) {
    switch (action) {
      case "pause" -> desk.pause(offerId, person, reason);
      case "resume" -> desk.resume(offerId, person, reason);
      case "kill" -> desk.kill(offerId, person, reason);
      case "lift" -> desk.lift(offerId, person, reason);
      default -> throw new IllegalArgumentException("There is no action " + action + ".");
    }
    return messages.text("offers.done." + action, offerId);
  }

  String killAll(Person person, String reason, Messages messages) {
    desk.killAll(person, reason);
    return messages.text("offers.done.kill-all");
  }

  String liftAll(Person person, String reason, Messages messages) {
    desk.liftAll(person, reason);
    return messages.text("offers.done.lift-all");
  }

  String block(String batchId, Person person, String reason, Messages messages) {
    CouponLedger known = ledger(messages);
    trail.record(
        AuditEntry.builder(person.actor(), "coupons.block", batchId).reason(reason).build());
    known.block(batchId);
    return messages.text("offers.done.block", batchId);
  }

  String accept(String difference, Person person, String reason, Messages messages) {
    CouponLedger known = ledger(messages);
    trail.record(
        AuditEntry.builder(person.actor(), "ledger.accept", difference).reason(reason).build());
    known.accept(difference, person.name());
    return messages.text("offers.done.accept");
  }

  /** Makes codes as a job; they wait on the page afterwards. */
  String generate(Function<String, String> field, Person person, String reason, Messages messages) {
    CouponLedger known = ledger(messages);
    if (codes.full()) {
      throw new IllegalArgumentException(messages.text("offers.codes.full"));
    }
    BatchRequest.Builder wish =
        BatchRequest.builder(field.apply("batch"), number(field.apply("codes")))
            .usesPerCode(number(field.apply("uses")))
            .prefix(field.apply("prefix"));
    instant(field.apply("from"), messages).ifPresent(wish::validFrom);
    instant(field.apply("until"), messages).ifPresent(wish::validUntil);
    BatchRequest request = wish.build();
    trail.record(
        AuditEntry.builder(person.actor(), "coupons.create", request.batchId())
            .reason(reason)
            .after(request.codes() + " codes")
            .build());
    jobs.submit(
        JOB,
        person.actor(),
        progress -> {
          progress.report(0, request.codes(), "Making codes");
          codes.keep(known.createBatch(request));
          progress.report(request.codes(), request.codes(), "Codes are usable");
          return "{\"codes\":" + request.codes() + "}";
        });
    return messages.text("offers.done.generate", request.codes());
  }

  private CouponLedger ledger(Messages messages) {
    if (ledger == null) {
      throw new IllegalArgumentException(messages.text("offers.ledger.absent"));
    }
    return ledger;
  }

  private static int number(String text) {
    return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }

  /**
   * An instant that may be left out.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Optional<Instant> instant(String text, Messages messages) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException(messages.text("offers.no-instant", text), malformed);
    }
  }
}
