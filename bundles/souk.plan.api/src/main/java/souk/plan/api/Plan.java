package souk.plan.api;

import java.time.LocalDate;
import java.util.List;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;

/**
 * Proposed prices or promotions as a value: it can be shown, stored, judged and refused; nothing
 * happens until it is approved and published. Immutable.
 */
public final class Plan {
  private final String id;
  private final PlanKind kind;
  private final LocalDate from;
  private final int weeks;
  private final Money objective;
  private final Money bound;
  private final Money baseline;
  private final double gap;
  private final EvidenceLabel label;
  private final List<PriceLine> priceLines;
  private final List<PromotionLine> promotionLines;
  private final List<ConstraintState> constraints;
  private final List<Reason> reasons;
  private final List<Reason> assumptions;
  private final Provenance provenance;

  private Plan(Builder b) {
    this.id = b.id;
    this.kind = b.kind;
    this.from = b.from;
    this.weeks = b.weeks;
    this.objective = b.objective;
    this.bound = b.bound;
    this.baseline = b.baseline;
    this.gap = b.gap;
    this.label = b.label;
    this.priceLines = List.copyOf(b.priceLines);
    this.promotionLines = List.copyOf(b.promotionLines);
    this.constraints = List.copyOf(b.constraints);
    this.reasons = List.copyOf(b.reasons);
    this.assumptions = List.copyOf(b.assumptions);
    this.provenance = b.provenance;
  }

  public static Builder builder(String id, PlanKind kind, Provenance provenance, Money zero) {
    return new Builder(id, kind, provenance, zero);
  }

  public String id() {
    return id;
  }

  public PlanKind kind() {
    return kind;
  }

  /** First day of the plan's period. */
  public LocalDate from() {
    return from;
  }

  /** Length of the plan's period. */
  public int weeks() {
    return weeks;
  }

  /** Expected profit of the plan per week (prices) or over its period (promotions). */
  public Money objective() {
    return objective;
  }

  /** No plan within the constraints can have a higher objective. */
  public Money bound() {
    return bound;
  }

  /** Expected profit if nothing were changed. */
  public Money baseline() {
    return baseline;
  }

  /** Relative distance of objective and bound. */
  public double gap() {
    return gap;
  }

  /** Rung of the evidence behind the expectations. */
  public EvidenceLabel label() {
    return label;
  }

  public List<PriceLine> priceLines() {
    return priceLines;
  }

  public List<PromotionLine> promotionLines() {
    return promotionLines;
  }

  public List<ConstraintState> constraints() {
    return constraints;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  /** What was assumed, not known; shown wherever the plan's figures are. */
  public List<Reason> assumptions() {
    return assumptions;
  }

  public Provenance provenance() {
    return provenance;
  }

  /** Collects a plan; not safe for use by many threads. */
  public static final class Builder {
    private final String id;
    private final PlanKind kind;
    private final Provenance provenance;
    private LocalDate from = LocalDate.EPOCH;
    private int weeks = 1;
    private Money objective;
    private Money bound;
    private Money baseline;
    private double gap;
    private EvidenceLabel label = EvidenceLabel.OBSERVED;
    private List<PriceLine> priceLines = List.of();
    private List<PromotionLine> promotionLines = List.of();
    private List<ConstraintState> constraints = List.of();
    private List<Reason> reasons = List.of();
    private List<Reason> assumptions = List.of();

    private Builder(String id, PlanKind kind, Provenance provenance, Money zero) {
      this.id = id;
      this.kind = kind;
      this.provenance = provenance;
      this.objective = zero;
      this.bound = zero;
      this.baseline = zero;
    }

    public Builder period(LocalDate firstDay, int weekCount) {
      this.from = firstDay;
      this.weeks = weekCount;
      return this;
    }

    public Builder value(
        Money planObjective, Money planBound, Money planBaseline, double relativeGap) {
      this.objective = planObjective;
      this.bound = planBound;
      this.baseline = planBaseline;
      this.gap = relativeGap;
      return this;
    }

    public Builder label(EvidenceLabel rung) {
      this.label = rung;
      return this;
    }

    public Builder priceLines(List<PriceLine> lines) {
      this.priceLines = lines;
      return this;
    }

    public Builder promotionLines(List<PromotionLine> lines) {
      this.promotionLines = lines;
      return this;
    }

    public Builder constraints(List<ConstraintState> states) {
      this.constraints = states;
      return this;
    }

    public Builder reasons(List<Reason> why) {
      this.reasons = why;
      return this;
    }

    public Builder assumptions(List<Reason> assumed) {
      this.assumptions = assumed;
      return this;
    }

    public Plan build() {
      return new Plan(this);
    }
  }
}
