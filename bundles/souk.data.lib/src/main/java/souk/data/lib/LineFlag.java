package souk.data.lib;

import java.util.Locale;

/** What is remarkable about a line that was loaded nevertheless. */
public enum LineFlag {
  RETURN,
  NO_CUSTOMER,
  NON_ARTICLE,
  ZERO_PRICE,
  NEGATIVE_PRICE,
  ADJUSTMENT,
  NO_DESCRIPTION,
  TIME_SHIFTED;

  /** Bit of this flag in {@link SalesLine#flags()}. */
  public int bit() {
    return 1 << ordinal();
  }

  /** For example {@code no-customer}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
