package souk.kernel.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One change that somebody, or a guardrail, made to the running platform: who, what, when, why.
 * Holds no customer data and no secrets. Immutable.
 */
public final class AuditEntry {
  private final String id;
  private final Instant at;
  private final Actor actor;
  private final String kind;
  private final String subject;
  private final String reason;
  private final Optional<String> before;
  private final Optional<String> after;

  private AuditEntry(Builder builder) {
    this.id = builder.id;
    this.at = builder.at;
    this.actor = builder.actor;
    this.kind = builder.kind;
    this.subject = builder.subject;
    this.reason = builder.reason;
    this.before = builder.before;
    this.after = builder.after;
  }

  /**
   * @param kind in kebab case with dots, for example {@code selection}, {@code shadow}, {@code
   *     canary}, {@code trial-stop}, {@code rollback}, {@code drain}, {@code feature.install},
   *     {@code configuration}, {@code log-level}, {@code backup}, {@code load}
   * @param subject what was changed, for example a role, a feature, a file
   */
  public static Builder builder(Actor actor, String kind, String subject) {
    return new Builder(actor, kind, subject);
  }

  /** Unique; given by the trail, empty text before it is recorded. */
  public String id() {
    return id;
  }

  /** Given by the trail; the epoch before it is recorded. */
  public Instant at() {
    return at;
  }

  public Actor actor() {
    return actor;
  }

  public String kind() {
    return kind;
  }

  public String subject() {
    return subject;
  }

  /** In the words of the one who made the change; may be empty. */
  public String reason() {
    return reason;
  }

  /** What was there before, in words for people. */
  public Optional<String> before() {
    return before;
  }

  /** What is there now, in words for people. */
  public Optional<String> after() {
    return after;
  }

  /** Collects an entry; not safe for use by many threads. */
  public static final class Builder {
    private final Actor actor;
    private final String kind;
    private final String subject;
    private String id = "";
    private Instant at = Instant.EPOCH;
    private String reason = "";
    private Optional<String> before = Optional.empty();
    private Optional<String> after = Optional.empty();

    private Builder(Actor actor, String kind, String subject) {
      this.actor = actor;
      this.kind = kind;
      this.subject = subject;
    }

    /** For the trail: number and time of a recorded entry. */
    public Builder recorded(String entryId, Instant when) {
      this.id = entryId;
      this.at = when;
      return this;
    }

    public Builder reason(String why) {
      this.reason = why;
      return this;
    }

    public Builder before(String text) {
      this.before = Optional.of(text);
      return this;
    }

    public Builder after(String text) {
      this.after = Optional.of(text);
      return this;
    }

    public AuditEntry build() {
      return new AuditEntry(this);
    }
  }
}
