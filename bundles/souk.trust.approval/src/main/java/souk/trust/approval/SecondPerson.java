package souk.trust.approval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import souk.model.Reason;
import souk.trust.api.OfferImpact;
import souk.trust.api.Verdict;
import souk.trust.api.Violation;

/**
 * When a change is so large that somebody else than its authors must approve it.
 *
 * @param articlesShare of all articles, from 0 to 1
 * @param depthShare of the price, from 0 to 1
 * @param budget sum of budgets in major units of the currency
 * @param openBudget true if an offer without a budget needs it too
 * @param always true if every change does
 */
record SecondPerson(
    BigDecimal articlesShare,
    BigDecimal depthShare,
    BigDecimal budget,
    boolean openBudget,
    boolean always) {
  static SecondPerson of(DeskConfig config) {
    return new SecondPerson(
        share("secondPersonArticlesShare", config.secondPersonArticlesShare()),
        share("secondPersonDepthShare", config.secondPersonDepthShare()),
        amount("secondPersonBudget", config.secondPersonBudget()),
        config.secondPersonOpenBudget(),
        config.secondPersonAlways());
  }

  static BigDecimal share(String name, String value) {
    BigDecimal share = amount(name, value);
    if (share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "%s (%s) must lie in [0, 1].%nMaybe it was given in percent.".formatted(name, value));
    }
    return share;
  }

  static BigDecimal amount(String name, String value) {
    try {
      BigDecimal amount = new BigDecimal(value.trim());
      if (amount.signum() >= 0) {
        return amount;
      }
    } catch (NumberFormatException e) {
      // said below, as for a negative number
    }
    throw new IllegalArgumentException(
        "%s (%s) must be a decimal number of at least 0, such as 0.2.".formatted(name, value));
  }

  /** Why; empty if anybody may approve. */
  List<Reason> reasons(OfferImpact impact, Verdict verdict) {
    List<Reason> reasons = new ArrayList<>();
    if (impact.articlesShare().compareTo(articlesShare) > 0) {
      reasons.add(
          reason(
              "articles",
              "It touches %d of %d articles, %s %%; up to %s %% one approval will do.",
              impact.articlesTouched(),
              impact.articles(),
              percent(impact.articlesShare()),
              percent(articlesShare)));
    }
    if (impact.depthShare().compareTo(depthShare) > 0) {
      reasons.add(
          reason(
              "depth",
              "It takes off up to %s %% of a price; up to %s %% one approval will do.",
              percent(impact.depthShare()),
              percent(depthShare)));
    }
    impact
        .budget()
        .filter(money -> money.toDecimal().compareTo(budget) > 0)
        .ifPresent(
            money ->
                reasons.add(
                    reason(
                        "budget",
                        "Its budget is %s; up to %s one approval will do.",
                        money,
                        budget.toPlainString())));
    if (openBudget && impact.budgetOpen()) {
      reasons.add(reason("open-budget", "%d or more of its offers have no budget.", 1));
    }
    if (always && reasons.isEmpty()) {
      reasons.add(reason("always", "Every change needs %d people here.", 2));
    }
    verdict.violations().stream()
        .filter(v -> v.severity() == Violation.Severity.SECOND_PERSON)
        .forEach(v -> reasons.add(v.reason()));
    return reasons;
  }

  private static Reason reason(String rule, String text, Object... figures) {
    return Reason.of("second-person." + rule, text.formatted(figures), figures);
  }

  private static String percent(BigDecimal share) {
    return share
        .movePointRight(2)
        .setScale(1, java.math.RoundingMode.UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
