package souk.offer.api;

import java.util.Objects;
import java.util.Optional;

/** How the ledger is. Immutable. */
public final class LedgerStatus {
  /** Whether the ledger answers. */
  public enum State {
    /** Reading its store. */
    STARTING,
    /** Answers. */
    SERVING,
    /** Differs from what was acknowledged; waits for an operator. */
    DIFFERS,
    /** Cannot make answers durable. */
    UNAVAILABLE
  }

  /**
   * How the store differs from what was acknowledged.
   *
   * @param id changes with the finding; to be given when it is accepted
   * @param text what, where and how many, for people
   * @param lost rows that are known to be missing or unreadable
   */
  public record Difference(String id, String text, long lost) {}

  private final State state;
  private final String store;
  private final long rows;
  private final long checkedRows;
  private final String chainHash;
  private final long reserved;
  private final long coupons;
  private final Optional<Difference> difference;
  private final Optional<String> problem;

  private LedgerStatus(Builder builder) {
    this.state = builder.state;
    this.store = builder.store;
    this.rows = builder.rows;
    this.checkedRows = builder.checkedRows;
    this.chainHash = builder.chainHash;
    this.reserved = builder.reserved;
    this.coupons = builder.coupons;
    this.difference = builder.difference;
    this.problem = builder.problem;
  }

  /**
   * @param store kind of store, for example {@code sqlite}
   */
  public static Builder builder(State state, String store) {
    return new Builder(state, store);
  }

  public State state() {
    return state;
  }

  public String store() {
    return store;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  /**
   * How many of them were looked at since the start: those behind the last checkpoint before it
   * serves, the others soon after.
   */
  public long checkedRows() {
    return checkedRows;
  }

  /** Hash over all rows, in hexadecimal digits. */
  public String chainHash() {
    return chainHash;
  }

  /** Reservations that are neither committed, released nor expired. */
  public long reserved() {
    return reserved;
  }

  /** Coupon codes of all batches. */
  public long coupons() {
    return coupons;
  }

  public Optional<Difference> difference() {
    return difference;
  }

  /** Why the ledger does not serve, with a remedy. */
  public Optional<String> problem() {
    return problem;
  }

  @Override
  public String toString() {
    return "LedgerStatus[%s, %s, rows=%d, chain=%s, difference=%s, problem=%s]"
        .formatted(state, store, rows, chainHash, difference, problem);
  }

  /** Collects a status; not safe for use by many threads. */
  public static final class Builder {
    private final State state;
    private final String store;
    private long rows;
    private long checkedRows;
    private String chainHash = "";
    private long reserved;
    private long coupons;
    private Optional<Difference> difference = Optional.empty();
    private Optional<String> problem = Optional.empty();

    private Builder(State state, String store) {
      this.state = Objects.requireNonNull(state, "state");
      this.store = Objects.requireNonNull(store, "store");
    }

    public Builder rows(long count, String hash) {
      this.rows = count;
      this.checkedRows = count;
      this.chainHash = hash;
      return this;
    }

    /** To be called after the number of rows; all, if it is not. */
    public Builder checkedRows(long count) {
      this.checkedRows = count;
      return this;
    }

    public Builder reserved(long count) {
      this.reserved = count;
      return this;
    }

    public Builder coupons(long count) {
      this.coupons = count;
      return this;
    }

    public Builder difference(Difference found) {
      this.difference = Optional.of(found);
      return this;
    }

    public Builder problem(String text) {
      this.problem = Optional.of(text);
      return this;
    }

    public LedgerStatus build() {
      return new LedgerStatus(this);
    }
  }
}
