package souk.offer.engine.language;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import souk.model.Money;

/** Amounts of a document's currency, typed as minor units or as text in major units. */
final class Amounts {
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private final Currency currency;
  private final Problems problems;

  Amounts(Currency currency, Problems problems) {
    this.currency = currency;
    this.problems = problems;
  }

  Currency currency() {
    return currency;
  }

  /** An amount of a table, given as {@code nameMinor} or as {@code name}. */
  Optional<Money> of(Node.Table table, String name, Path path) {
    if (table.has(name + "Minor") && table.value(name + "Minor") instanceof Node.Figure figure) {
      return Optional.of(Money.ofMinor(figure.value().longValueExact(), currency));
    }
    return table.has(name) && table.value(name) instanceof Node.Text text
        ? minor(text, path.to(name)).map(minor -> Money.ofMinor(minor.longValueExact(), currency))
        : Optional.empty();
  }

  /** Exact minor units of a text in major units; empty, and one problem more, if there are none. */
  Optional<BigDecimal> minor(Node.Text text, Path path) {
    BigDecimal major = new BigDecimal(text.value());
    int digits = Money.digits(currency);
    String code = currency.getCurrencyCode();
    if (Figures.shortest(major).scale() > digits) {
      problems.error(
          text,
          path,
          "language.decimals",
          "%s is %s, but amounts in %s have at most %s."
              .formatted(path.name(), text.found(), code, Words.count(digits, "decimal")),
          text.value(),
          code,
          digits);
      return Optional.empty();
    }
    BigDecimal minor = major.movePointRight(digits).setScale(0);
    if (minor.signum() == 0 || minor.compareTo(MOST) > 0) {
      problems.error(
          text,
          path,
          "language.value",
          "%s must be greater than 0 and at most %s, but is %s."
              .formatted(path.name(), MOST.movePointLeft(digits).toPlainString(), text.found()),
          path.name());
      return Optional.empty();
    }
    return Optional.of(minor);
  }

  /** Warns of an amount in minor units that looks as if major ones were meant: 元 and 分. */
  void units(Node.Figure figure, String name, Path path) {
    int digits = Money.digits(currency);
    if (digits == 0 || figure.value().compareTo(BigDecimal.TEN.pow(digits)) >= 0) {
      return;
    }
    Money is = Money.ofMinor(figure.value().longValueExact(), currency);
    String meant = figure.value().toPlainString();
    problems.warning(
        figure,
        path,
        "offer.units",
        "%s is %s minor units, that is %s.\nMaybe %s %s was meant: write \"%s\": \"%s\" then."
            .formatted(path.name(), meant, is, currency.getCurrencyCode(), meant, name, meant),
        path.name(),
        is);
  }
}
