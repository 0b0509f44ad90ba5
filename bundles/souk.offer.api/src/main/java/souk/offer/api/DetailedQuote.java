package souk.offer.api;

import java.util.List;
import souk.model.Money;

/** A quote with all that goes with it. Immutable. */
public final class DetailedQuote {
  private final Quote quote;
  private final List<Benefit> benefits;
  private final List<LineTax> taxes;
  private final boolean pricesIncludeTax;
  private final List<Claim> claims;
  private final List<OfferFinding> findings;

  private DetailedQuote(Builder builder) {
    this.quote = builder.quote;
    this.benefits = builder.benefits;
    this.taxes = builder.taxes;
    this.pricesIncludeTax = builder.pricesIncludeTax;
    this.claims = builder.claims;
    this.findings = builder.findings;
  }

  public static Builder builder(Quote quote) {
    return new Builder(quote);
  }

  public Quote quote() {
    return quote;
  }

  /** Gifts, free shipping and points. */
  public List<Benefit> benefits() {
    return benefits;
  }

  /** One per line with a tax, in the cart's order. */
  public List<LineTax> taxes() {
    return taxes;
  }

  public boolean pricesIncludeTax() {
    return pricesIncludeTax;
  }

  /** What the customer pays: the net amount, and the taxes where prices are without them. */
  public Money payable() {
    Money sum = quote.net();
    if (!pricesIncludeTax) {
      for (LineTax tax : taxes) {
        sum = sum.plus(tax.tax());
      }
    }
    return sum;
  }

  /** Uses that the ledger must count before the order is paid; empty if no offer is limited. */
  public List<Claim> claims() {
    return claims;
  }

  /** All offers of the snapshot looked at for this cart; empty unless an explanation was asked. */
  public List<OfferFinding> findings() {
    return findings;
  }

  /** Collects a quote; not safe for use by many threads. */
  public static final class Builder {
    private final Quote quote;
    private List<Benefit> benefits = List.of();
    private List<LineTax> taxes = List.of();
    private boolean pricesIncludeTax = true;
    private List<Claim> claims = List.of();
    private List<OfferFinding> findings = List.of();

    private Builder(Quote quote) {
      this.quote = quote;
    }

    public Builder benefits(List<Benefit> all) {
      this.benefits = List.copyOf(all);
      return this;
    }

    public Builder taxes(List<LineTax> all, boolean includedInPrices) {
      this.taxes = List.copyOf(all);
      this.pricesIncludeTax = includedInPrices;
      return this;
    }

    public Builder claims(List<Claim> all) {
      this.claims = List.copyOf(all);
      return this;
    }

    public Builder findings(List<OfferFinding> all) {
      this.findings = List.copyOf(all);
      return this;
    }

    public DetailedQuote build() {
      return new DetailedQuote(this);
    }
  }
}
