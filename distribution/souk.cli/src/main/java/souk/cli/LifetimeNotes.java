package souk.cli;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import souk.customer.lib.lifetime.FittedPurchases;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.LifetimeFit;
import souk.customer.lib.lifetime.ModelChoice;
import souk.customer.lib.lifetime.PurchaseDays;

/** What a person should know about a file and a fit, on the error stream. */
final class LifetimeNotes {
  private static final int FEW = 100;
  private static final double WIDE = 1e3;

  private final Transactions read;
  private final PurchaseDays days;

  LifetimeNotes(Transactions read, PurchaseDays days) {
    this.read = read;
    this.days = days;
  }

  /**
   * @throws CliFailure if nobody bought until then
   */
  void print(Histories histories, int last, int ahead) {
    LocalDate until = LocalDate.ofEpochDay(last);
    if (histories.size() == 0) {
      throw new CliFailure(
          ExitCode.USAGE,
          "Nobody bought until %s; the lines are of %s to %s.\nMaybe --until is mistyped, or all amounts are negative."
              .formatted(
                  until,
                  LocalDate.ofEpochDay(days.firstDay()),
                  LocalDate.ofEpochDay(days.lastDay())));
    }
    say("%,d lines, %,d customers who bought until %s", read.lines(), histories.size(), until);
    say("looking from %s to %s", until.plusDays(1), until.plusDays(ahead));
    long later = read.after(last);
    if (later > 0) {
      say("%,d lines are later than %s and were not looked at", later, until);
    }
    if (read.guests() > 0) {
      say("%,d lines without a customer were left out", read.guests());
    }
    if (read.refunds() > 0) {
      say(
          "%,d refunds: taken off what was spent; a day is no purchase if as much was given back on it",
          read.refunds());
    }
    int without = days.customers() - histories.size();
    if (without > 0) {
      say("%,d customers bought nothing until then and have no line in the answer", without);
    }
    if (last > days.lastDay()) {
      say(
          "the last line is of %s: that nothing was bought from then to %s is taken as seen.\nMaybe --until is too late.",
          LocalDate.ofEpochDay(days.lastDay()), until);
    }
  }

  static void print(LifetimeFit fit, int last, int ahead) {
    ModelChoice choice = fit.choice();
    choice
        .splitDay()
        .ifPresent(
            split ->
                say(
                    "auto: judged by %s to %s (mean deviance; purchases expected / came): %s",
                    LocalDate.ofEpochDay(split + 1L),
                    LocalDate.ofEpochDay(last),
                    choice.scores().stream()
                        .map(LifetimeNotes::score)
                        .collect(Collectors.joining(", "))));
    FittedPurchases model = fit.purchases();
    StringBuilder parameters = new StringBuilder();
    double widest = 1;
    for (int j = 0; j < model.parameters().length; j++) {
      double[] interval = model.interval(j);
      widest = Math.max(widest, interval[1] / interval[0]);
      parameters.append(
          String.format(
              Locale.ROOT,
              "%s%s %.4g [%.4g, %.4g]",
              j == 0 ? "" : ", ",
              model.model().parameters().get(j),
              model.parameters()[j],
              interval[0],
              interval[1]));
    }
    say(
        "%s (weeks, 95 %% intervals): %s, log-likelihood %.1f",
        model.model().id(), parameters, model.logLikelihood());
    fit.amounts()
        .ifPresentOrElse(
            amounts ->
                say(
                    "amounts (Gamma-Gamma): p %.4g, q %.4g, gamma %.4g",
                    amounts.p(), amounts.q(), amounts.gamma()),
            () -> say("too few amounts for a model of them: their mean stands for each"));
    if (model.bound() || !model.converged() || model.customers() < FEW || !(widest < WIDE)) {
      say(
          "the data tell the parameters badly: take the figures with care.\nMaybe there are too few customers, or hardly anyone bought twice.");
    }
    int known = 0;
    for (int i = 0; i < fit.histories().size(); i++) {
      known = Math.max(known, (int) Math.round(fit.histories().age(i) * Histories.WEEK));
    }
    if (ahead > 2 * known) {
      say("%d days ahead are a long way from %d days known", ahead, known + 1);
    }
  }

  private static String score(ModelChoice.Score score) {
    return String.format(
        Locale.ROOT,
        "%s %.4f (%.0f / %d)",
        score.model().id(),
        score.deviance(),
        score.expected(),
        score.bought());
  }

  private static void say(String format, Object... arguments) {
    System.err.println(String.format(Locale.ROOT, format, arguments));
  }
}
