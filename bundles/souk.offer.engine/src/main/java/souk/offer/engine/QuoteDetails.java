package souk.offer.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.api.AppliedOffer;
import souk.offer.api.Claim;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LineTax;
import souk.offer.api.Offer;
import souk.offer.api.OfferFinding;
import souk.offer.api.OfferFinding.Check;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.engine.compiled.CompiledSnapshot;
import souk.offer.lib.TaxAmount;
import souk.offer.lib.compiled.Finding;
import souk.offer.lib.compiled.Miss;
import souk.offer.lib.compiled.Quoting;

/** What goes with a quote: taxes, claims, findings. For one thread, used once. */
final class QuoteDetails {
  private final CompiledSnapshot snapshot;
  private final QuoteAnswer answer;
  private final Quote quote;
  private final Quoting quoting;
  private final CartReading reading;

  QuoteDetails(
      CompiledSnapshot snapshot,
      QuoteAnswer answer,
      Quote quote,
      Quoting quoting,
      CartReading reading) {
    this.snapshot = snapshot;
    this.answer = answer;
    this.quote = quote;
    this.quoting = quoting;
    this.reading = reading;
  }

  void into(DetailedQuote.Builder all, boolean explained) {
    all.benefits(answer.benefits());
    all.taxes(taxes(), snapshot.terms().pricesIncludeTax());
    all.claims(claims());
    if (explained) {
      all.findings(findings());
    }
  }

  private List<LineTax> taxes() {
    if (!snapshot.taxed()) {
      return List.of();
    }
    boolean included = snapshot.terms().pricesIncludeTax();
    List<LineTax> taxes = new ArrayList<>(quote.lines().size());
    for (QuoteLine line : quote.lines()) {
      BigDecimal percent = snapshot.taxPercent(line.sku());
      if (percent.signum() > 0) {
        long net = line.net().amountMinor();
        long tax = included ? TaxAmount.included(net, percent) : TaxAmount.onTop(net, percent);
        taxes.add(new LineTax(line.lineId(), percent, answer.money(tax)));
      }
    }
    return taxes;
  }

  private List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    int moneyOffers = answer.result().appliedCount();
    for (int k = 0; k < quote.applied().size(); k++) {
      AppliedOffer applied = quote.applied().get(k);
      Offer offer = k < moneyOffers ? snapshot.offer(answer.result().applied(k)) : find(applied);
      Optional<String> coupon = coupon(offer);
      if (offer.limits().counted() || coupon.isPresent()) {
        claims.add(new Claim(offer.id(), applied.discount(), offer.limits(), coupon));
      }
    }
    return claims;
  }

  private Offer find(AppliedOffer applied) {
    return snapshot.offerById(applied.offerId());
  }

  /** The code of the batch that the offer asks for, as typed. */
  private Optional<String> coupon(Offer offer) {
    for (Spec condition : offer.conditions()) {
      if (condition.kind().equals("coupon")
          && condition.parameters().get("batch") instanceof String batch) {
        return Optional.ofNullable(reading.usable().get(batch));
      }
    }
    return Optional.empty();
  }

  private List<OfferFinding> findings() {
    Set<String> applied = answer.appliedIds(quote);
    List<OfferFinding> findings = new ArrayList<>(snapshot.set().size());
    for (Finding finding : quoting.findings()) {
      findings.add(finding(finding, applied));
    }
    findings.sort(java.util.Comparator.comparing(OfferFinding::offerId));
    return findings;
  }

  private OfferFinding finding(Finding finding, Set<String> applied) {
    Offer offer = snapshot.offer(finding.offer());
    List<Check> checks = new ArrayList<>(finding.failures().size());
    Reason first = null;
    for (int i = 0; i < finding.failures().size(); i++) {
      Miss miss = finding.failures().get(i);
      Reason failure = miss == null ? null : answer.reason(finding.offer(), i, miss, offer);
      first = first == null ? failure : first;
      checks.add(new Check(offer.conditions().get(i).kind(), Optional.ofNullable(failure)));
    }
    boolean given = applied.contains(offer.id());
    List<Reason> reasons = new ArrayList<>(2);
    Miss why = finding.why();
    if (!given && why != null) {
      reasons.add(why(finding, why, first, offer));
    }
    nearMiss(finding, reasons);
    if (finding.cut() > 0) {
      reasons.add(
          Reason.of(
              "offer.capped",
              "Floors or its budget keep back %s of it.".formatted(answer.money(finding.cut())),
              answer.money(finding.cut())));
    }
    return new OfferFinding(
        offer.id(),
        offer.name(),
        given,
        checks,
        finding.value() < 0 ? Optional.empty() : Optional.of(answer.money(finding.value())),
        reasons);
  }

  private Reason why(
      Finding finding, Miss why, @org.jspecify.annotations.Nullable Reason condition, Offer offer) {
    if (why.code().equals("selection.better")) {
      String better = snapshot.offer(answer.result().rival(finding.offer())).id();
      return Reason.of(
          why.code(),
          "It may not stand beside offer %s, which was chosen.".formatted(better),
          better);
    }
    boolean ofTheOffer = why.code().startsWith("offer.") || why.code().startsWith("limit.");
    return condition != null && !ofTheOffer
        ? condition
        : answer.reason(finding.offer(), -1, why, offer);
  }

  private void nearMiss(Finding finding, List<Reason> reasons) {
    Miss near = finding.nearMiss();
    if (near == null || near.need() <= near.have() || near.gain() == 0) {
      return;
    }
    var missing = answer.money(near.need() - near.have());
    var gain = answer.money(near.gain());
    Reason reason =
        Reason.of("near-miss", "%s more for %s off.".formatted(missing, gain), missing, gain);
    if (reasons.stream().noneMatch(known -> known.text().equals(reason.text()))) {
      reasons.add(reason);
    }
  }
}
