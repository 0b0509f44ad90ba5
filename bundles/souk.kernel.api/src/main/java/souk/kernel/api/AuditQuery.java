package souk.kernel.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Which entries of the audit trail are wanted; all of them unless narrowed. Immutable. */
public final class AuditQuery {
  private final Optional<String> kind;
  private final Optional<String> actor;
  private final Optional<String> subject;
  private final Optional<String> text;
  private final Optional<Instant> since;
  private final Optional<String> before;

  private AuditQuery(Builder builder) {
    this.kind = builder.kind;
    this.actor = builder.actor;
    this.subject = builder.subject;
    this.text = builder.text;
    this.since = builder.since;
    this.before = builder.before;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Every entry. */
  public static AuditQuery all() {
    return builder().build();
  }

  /** Entries about a subject, for example the role {@code LinePricer}. */
  public static AuditQuery about(String subject) {
    return builder().subject(subject).build();
  }

  /** Id of the entry that ended the last page; only older entries are wanted. */
  public Optional<String> before() {
    return before;
  }

  /** True if an entry is wanted, whatever its place in the order. */
  public boolean matches(AuditEntry entry) {
    return kind.map(k -> entry.kind().equals(k) || entry.kind().startsWith(k + ".")).orElse(true)
        && actor.map(a -> entry.actor().name().equals(a)).orElse(true)
        && subject
            .map(s -> entry.subject().equals(s) || entry.subject().startsWith(s + ":"))
            .orElse(true)
        && since.map(s -> !entry.at().isBefore(s)).orElse(true)
        && text.map(t -> words(entry).contains(t.toLowerCase(Locale.ROOT))).orElse(true);
  }

  private static String words(AuditEntry entry) {
    return String.join(
            "\n",
            entry.kind(),
            entry.actor().name(),
            entry.subject(),
            entry.reason(),
            entry.before().orElse(""),
            entry.after().orElse(""))
        .toLowerCase(Locale.ROOT);
  }

  /** Collects a query; not safe for use by many threads. */
  public static final class Builder {
    private Optional<String> kind = Optional.empty();
    private Optional<String> actor = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<String> text = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<String> before = Optional.empty();

    private Builder() {}

    /** This kind and those under it: {@code feature} finds {@code feature.install} too. */
    public Builder kind(String wanted) {
      this.kind = Optional.of(wanted);
      return this;
    }

    public Builder actor(String name) {
      this.actor = Optional.of(name);
      return this;
    }

    /** This subject and those that begin with it and a colon: a role finds its strategies too. */
    public Builder subject(String wanted) {
      this.subject = Optional.of(wanted);
      return this;
    }

    /** Entries that hold this text anywhere, in any case of letters. */
    public Builder text(String part) {
      this.text = Optional.of(part);
      return this;
    }

    /** Entries of this instant or later. */
    public Builder since(Instant from) {
      this.since = Optional.of(from);
      return this;
    }

    /** Entries older than the one of this id; unknown ids find nothing. */
    public Builder before(String entryId) {
      this.before = Optional.of(entryId);
      return this;
    }

    public AuditQuery build() {
      return new AuditQuery(this);
    }
  }
}
