package souk.offer.api;

import java.time.Instant;
import java.util.Optional;

/** Coupon codes to be made. Immutable. */
public final class BatchRequest {
  /** Most codes of one batch. */
  public static final int MAX_CODES = 1_000_000;

  /** Most uses of one code. */
  public static final int MAX_USES = 1_000_000;

  private final String batchId;
  private final int codes;
  private final int usesPerCode;
  private final String prefix;
  private final Optional<Instant> validFrom;
  private final Optional<Instant> validUntil;

  private BatchRequest(Builder builder) {
    this.batchId = builder.batchId;
    this.codes = builder.codes;
    this.usesPerCode = builder.usesPerCode;
    this.prefix = builder.prefix;
    this.validFrom = builder.validFrom;
    this.validUntil = builder.validUntil;
  }

  /**
   * @param batchId unique; offers ask for it
   * @param codes how many, at most {@link #MAX_CODES}
   */
  public static Builder builder(String batchId, int codes) {
    return new Builder(batchId, codes);
  }

  public String batchId() {
    return batchId;
  }

  public int codes() {
    return codes;
  }

  /** Orders that may use one code; 1 unless stated. */
  public int usesPerCode() {
    return usesPerCode;
  }

  /** What all codes begin with; may be empty. */
  public String prefix() {
    return prefix;
  }

  /** First instant at which a code may be used. */
  public Optional<Instant> validFrom() {
    return validFrom;
  }

  /** First instant at which no code may be used any more. */
  public Optional<Instant> validUntil() {
    return validUntil;
  }

  /** Collects a request; not safe for use by many threads. */
  public static final class Builder {
    private final String batchId;
    private final int codes;
    private int usesPerCode = 1;
    private String prefix = "";
    private Optional<Instant> validFrom = Optional.empty();
    private Optional<Instant> validUntil = Optional.empty();

    private Builder(String batchId, int codes) {
      this.batchId = LedgerTexts.check("batch id", batchId);
      this.codes = within("number of codes", codes, MAX_CODES);
    }

    public Builder usesPerCode(int uses) {
      this.usesPerCode = within("number of uses per code", uses, MAX_USES);
      return this;
    }

    public Builder prefix(String text) {
      if (!text.matches("[A-Z0-9]{0,12}")) {
        throw new IllegalArgumentException(
            "The prefix of coupon codes is \"%s\", but must be at most 12 of A-Z and 0-9."
                .formatted(text));
      }
      this.prefix = text;
      return this;
    }

    public Builder validFrom(Instant first) {
      this.validFrom = Optional.of(first);
      return this;
    }

    public Builder validUntil(Instant end) {
      this.validUntil = Optional.of(end);
      return this;
    }

    /**
     * @throws IllegalArgumentException if the codes would be valid at no instant
     */
    public BatchRequest build() {
      if (validFrom.isPresent()
          && validUntil.isPresent()
          && !validFrom.get().isBefore(validUntil.get())) {
        throw new IllegalArgumentException(
            "Batch %s is valid from %s until %s, which is never.%nMaybe the two were swapped."
                .formatted(batchId, validFrom.get(), validUntil.get()));
      }
      return new BatchRequest(this);
    }

    private static int within(String what, int value, int most) {
      if (value < 1 || value > most) {
        throw new IllegalArgumentException(
            "The %s is %d, but must be between 1 and %d.".formatted(what, value, most));
      }
      return value;
    }
  }
}
