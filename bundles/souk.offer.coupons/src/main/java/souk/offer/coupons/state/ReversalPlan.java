package souk.offer.coupons.state;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.model.Money;
import souk.offer.api.LedgerException;
import souk.offer.api.PaidLine;
import souk.offer.api.ReversalRequest;
import souk.offer.coupons.record.Entry.Back;
import souk.offer.coupons.record.Entry.BackLine;
import souk.offer.coupons.record.Entry.Reversed;
import souk.offer.coupons.record.Entry.Taken;
import souk.offer.coupons.record.Entry.TakenClaim;
import souk.offer.coupons.record.Hash128;
import souk.offer.lib.refund.PaidLine.Refund;

/**
 * Computes what a reversal gives back, from what was taken and what came back before. All steps of
 * a line sum exactly to what was paid for it; no offer gets back more than it gave.
 */
public final class ReversalPlan {
  private final Taken taken;
  private final List<PaidLine> lines;
  private final Map<String, BigDecimal> returned = new HashMap<>();
  private final long[] backMinor;
  private final boolean[] useBack;

  /**
   * @param taken the redemption
   * @param earlier what was given back of it
   */
  public ReversalPlan(Taken taken, List<Reversed> earlier) {
    this.taken = taken;
    this.lines = taken.lines();
    this.backMinor = new long[taken.claims().size()];
    this.useBack = new boolean[taken.claims().size()];
    for (Reversed one : earlier) {
      one.lines().forEach(l -> returned.merge(l.lineId(), l.quantity(), BigDecimal::add));
      for (Back back : one.backs()) {
        backMinor[back.claim()] += back.amountMinor();
        useBack[back.claim()] |= back.use();
      }
    }
  }

  /** What was given back of each claim so far. */
  public long[] backMinor() {
    return backMinor.clone();
  }

  /** True if nothing is left to give back. */
  public boolean exhausted() {
    for (int i = 0; i < backMinor.length; i++) {
      if (!useBack[i]) {
        return false;
      }
    }
    return lines.stream().allMatch(line -> left(line).signum() == 0);
  }

  private BigDecimal left(PaidLine line) {
    return line.quantity().subtract(returned.getOrDefault(line.lineId(), BigDecimal.ZERO));
  }

  /**
   * The entry of a reversal.
   *
   * @throws LedgerException if more is asked than is left, or something that is not there
   */
  public Reversed plan(ReversalRequest request, Hash128 key, Hash128 content, long seq, long now) {
    if (exhausted()) {
      throw tooMuch("All of redemption %s was given back before.", request.redemptionId());
    }
    Map<String, BigDecimal> units =
        request.whole() ? allThatIsLeft() : new LinkedHashMap<>(request.lines());
    List<BackLine> backLines = new ArrayList<>();
    Map<String, BigDecimal> after = new HashMap<>(returned);
    for (Map.Entry<String, BigDecimal> wanted : units.entrySet()) {
      PaidLine line = line(wanted.getKey());
      BigDecimal before = returned.getOrDefault(line.lineId(), BigDecimal.ZERO);
      BigDecimal then = before.add(wanted.getValue());
      if (then.compareTo(line.quantity()) > 0) {
        throw tooMuch(
            "Of line %s %s units are to come back, but only %s of %s are left.%nMaybe they came back before.",
            line.lineId(),
            wanted.getValue().toPlainString(),
            left(line).toPlainString(),
            line.quantity().toPlainString());
      }
      after.put(line.lineId(), then);
      Refund refund =
          new souk.offer.lib.refund.PaidLine(
                  line.quantity(), line.net().amountMinor(), line.tax().amountMinor())
              .refund(before, wanted.getValue());
      backLines.add(
          new BackLine(
              line.lineId(),
              wanted.getValue(),
              refund.netMinor(),
              refund.taxMinor(),
              line.net().currency()));
    }
    boolean linesGone =
        !lines.isEmpty()
            && lines.stream()
                .allMatch(
                    l ->
                        l.quantity().compareTo(after.getOrDefault(l.lineId(), BigDecimal.ZERO))
                            == 0);
    boolean whole = request.whole() || linesGone;
    long[] give = whole ? rest() : request.lines().isEmpty() ? asked(request) : ofLines(after);
    return new Reversed(
        key,
        content,
        seq,
        taken.customer(),
        now,
        whole,
        backs(give, whole),
        backLines,
        taken.paid().taxIncluded());
  }

  private Map<String, BigDecimal> allThatIsLeft() {
    Map<String, BigDecimal> units = new LinkedHashMap<>();
    for (PaidLine line : lines) {
      if (left(line).signum() > 0) {
        units.put(line.lineId(), left(line));
      }
    }
    return units;
  }

  private PaidLine line(String id) {
    return lines.stream()
        .filter(line -> line.lineId().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new LedgerException(
                    "line.unknown",
                    "Order %s has no line %s; it has %s.%nMaybe the lines were not given when it was redeemed."
                        .formatted(
                            taken.orderId(), id, lines.stream().map(PaidLine::lineId).toList())));
  }

  private long[] rest() {
    long[] give = new long[backMinor.length];
    for (int i = 0; i < give.length; i++) {
      give[i] = taken.claims().get(i).amountMinor() - backMinor[i];
    }
    return give;
  }

  /** Amounts asked for by offer, spread over its claims in order. */
  private long[] asked(ReversalRequest request) {
    long[] give = new long[backMinor.length];
    for (Map.Entry<String, Money> wanted : request.amounts().entrySet()) {
      long open = spread(give, wanted.getKey(), wanted.getValue().amountMinor(), wanted.getValue());
      if (open > 0) {
        throw tooMuch(
            "Of offer %s %s are to be given back, but that is %s too much.%nMaybe some of it was given back before.",
            wanted.getKey(), wanted.getValue(), Money.ofMinor(open, wanted.getValue().currency()));
      }
    }
    return give;
  }

  private long spread(long[] give, String offer, long amount, Money named) {
    long open = amount;
    boolean known = false;
    for (int i = 0; i < give.length; i++) {
      TakenClaim claim = taken.claims().get(i);
      if (claim.offerId().equals(offer) && claim.currency().equals(named.currency())) {
        known = true;
        long most = claim.amountMinor() - backMinor[i] - give[i];
        long now = Math.max(0, Math.min(open, most));
        give[i] += now;
        open -= now;
      }
    }
    if (!known) {
      throw new LedgerException(
          "offer.unknown",
          "Order %s has claimed nothing of offer %s in %s.%nMaybe it was an offer without limits: those are not counted."
              .formatted(taken.orderId(), offer, named.currency()));
    }
    return open;
  }

  /** The shares of the units that are back by now, less what the offers got before. */
  private long[] ofLines(Map<String, BigDecimal> after) {
    Map<String, Long> due = new HashMap<>();
    for (PaidLine line : lines) {
      BigDecimal back = after.getOrDefault(line.lineId(), BigDecimal.ZERO);
      line.shares()
          .forEach(
              (offer, share) -> {
                souk.offer.lib.refund.PaidLine part =
                    new souk.offer.lib.refund.PaidLine(line.quantity(), share.amountMinor(), 0);
                due.merge(offer, part.refund(BigDecimal.ZERO, back).netMinor(), Math::addExact);
              });
    }
    long[] give = new long[backMinor.length];
    for (int i = 0; i < give.length; i++) {
      TakenClaim claim = taken.claims().get(i);
      long left = due.getOrDefault(claim.offerId(), 0L);
      long upTo = Math.min(left, claim.amountMinor());
      give[i] = Math.max(0, upTo - backMinor[i]);
      due.put(claim.offerId(), left - upTo);
    }
    return give;
  }

  private List<Back> backs(long[] give, boolean whole) {
    List<TakenClaim> claims = taken.claims();
    boolean[] use = new boolean[give.length];
    for (int i = 0; i < give.length; i++) {
      long amount = claims.get(i).amountMinor();
      boolean allBack = amount > 0 && backMinor[i] + give[i] == amount;
      use[i] = !useBack[i] && (whole || allBack);
    }
    List<Back> backs = new ArrayList<>();
    for (int i = 0; i < give.length; i++) {
      TakenClaim claim = claims.get(i);
      Hash128 coupon = couponComesBack(i, use) ? claim.coupon() : Hash128.NONE;
      if (give[i] > 0 || use[i] || coupon.present()) {
        backs.add(new Back(i, claim.offerId(), give[i], claim.currency(), use[i], coupon));
      }
    }
    return backs;
  }

  /** A coupon comes back with the last of the claims that used it; told at the first of them. */
  private boolean couponComesBack(int i, boolean[] use) {
    if (!LedgerState.countsCoupon(taken.claims(), i)) {
      return false;
    }
    Hash128 coupon = taken.claims().get(i).coupon();
    boolean all = true;
    boolean some = false;
    for (int k = i; k < use.length; k++) {
      if (taken.claims().get(k).coupon().equals(coupon)) {
        all &= use[k] || useBack[k];
        some |= use[k];
      }
    }
    return all && some;
  }

  private static LedgerException tooMuch(String text, Object... arguments) {
    return new LedgerException("reversal.too-much", text.formatted(arguments));
  }
}
