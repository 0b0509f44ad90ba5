package souk.offer.lib.compiled;

/** What is left of limited offers, for one quote. */
public interface Uses {
  /** Answer for an offer without a budget. */
  long UNLIMITED = Long.MAX_VALUE;

  /** Nobody counts: limited offers do not apply. */
  Uses NONE = offer -> Verdict.NO_LEDGER.answer();

  /**
   * What an offer may still take off in this order, in minor units; {@link #UNLIMITED} without a
   * budget; {@link Verdict#answer()} if it may not apply at all.
   *
   * @param offer position in the set
   */
  long left(int offer);

  /** Why a limited offer may not apply. */
  enum Verdict {
    NO_LEDGER("limit.no-ledger"),
    TOTAL("limit.total"),
    CUSTOMER("limit.per-customer"),
    BUDGET("limit.budget"),
    NO_CUSTOMER("limit.no-customer");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** As an answer of {@link Uses#left}. */
    public long answer() {
      return -1L - ordinal();
    }

    static Verdict of(long answer) {
      return values()[(int) (-1 - answer)];
    }
  }
}
