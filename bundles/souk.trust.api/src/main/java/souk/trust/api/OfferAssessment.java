package souk.trust.api;

import java.util.List;
import souk.model.Reason;

/** What the platform says of a change of offers before anybody decides. Immutable. */
public final class OfferAssessment {
  private final List<Reason> findings;
  private final List<Reason> conflicts;
  private final Verdict verdict;
  private final OfferImpact impact;
  private final List<Reason> secondPerson;

  private OfferAssessment(Builder builder) {
    this.findings = builder.findings;
    this.conflicts = builder.conflicts;
    this.verdict = builder.verdict;
    this.impact = builder.impact;
    this.secondPerson = builder.secondPerson;
  }

  public static Builder builder(Verdict verdict, OfferImpact impact) {
    return new Builder(verdict, impact);
  }

  /** What is wrong with the offers themselves; they cannot be published until it is empty. */
  public List<Reason> findings() {
    return findings;
  }

  /** Pairs of offers that together sell below cost or floor. */
  public List<Reason> conflicts() {
    return conflicts;
  }

  /** What the guards say. */
  public Verdict verdict() {
    return verdict;
  }

  public OfferImpact impact() {
    return impact;
  }

  /** Why somebody else than the authors must approve; empty if one approval of anybody will do. */
  public List<Reason> secondPerson() {
    return secondPerson;
  }

  /** True if people may approve it. */
  public boolean publishable() {
    return findings.isEmpty() && !verdict.blocked();
  }

  /** Collects an assessment; not safe for use by many threads. */
  public static final class Builder {
    private final Verdict verdict;
    private final OfferImpact impact;
    private List<Reason> findings = List.of();
    private List<Reason> conflicts = List.of();
    private List<Reason> secondPerson = List.of();

    private Builder(Verdict verdict, OfferImpact impact) {
      this.verdict = verdict;
      this.impact = impact;
    }

    public Builder findings(List<Reason> all) {
      this.findings = List.copyOf(all);
      return this;
    }

    public Builder conflicts(List<Reason> all) {
      this.conflicts = List.copyOf(all);
      return this;
    }

    public Builder secondPerson(List<Reason> why) {
      this.secondPerson = List.copyOf(why);
      return this;
    }

    public OfferAssessment build() {
      return new OfferAssessment(this);
    }
  }
}
