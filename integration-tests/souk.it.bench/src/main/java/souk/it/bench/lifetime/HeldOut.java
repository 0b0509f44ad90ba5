package souk.it.bench.lifetime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.LifetimeFit;
import souk.customer.lib.lifetime.ModelChoice;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.PurchaseModel;
import souk.customer.lib.lifetime.RecencyTable;

/** What was expected from one day on beside what came, for models and for plain rules. */
public final class HeldOut {
  private final PurchaseDays days;
  private final Histories histories;
  private final int origin;
  private final int ahead;
  private final int[] came;
  private final double[] spent;
  private final Map<String, double[][]> expected = new LinkedHashMap<>();

  public HeldOut(PurchaseDays days, int origin, int ahead) {
    this.days = days;
    this.origin = origin;
    this.ahead = ahead;
    this.histories = Histories.at(days, origin);
    int n = histories.size();
    came = new int[n];
    spent = new double[n];
    for (int i = 0; i < n; i++) {
      came[i] = days.purchases(histories.customer(i), origin, origin + ahead);
      spent[i] = Math.max(0, days.spent(histories.customer(i), origin, origin + ahead));
    }
    rules();
    for (PurchaseModel model : PurchaseModel.values()) {
      take(model.id(), LifetimeFit.of(days, origin, ahead, Optional.of(model), 1));
    }
    LifetimeFit auto = LifetimeFit.of(days, origin, ahead, Optional.empty(), 1);
    take("auto", auto);
    System.out.printf("auto takes %s  %s%n", auto.purchases().model().id(), auto.choice().scores());
  }

  private void rules() {
    int n = histories.size();
    RecencyTable table = RecencyTable.of(days, origin, ahead);
    double[][] same = new double[2][n];
    double[][] rate = new double[2][n];
    double[][] recency = new double[2][n];
    for (int i = 0; i < n; i++) {
      int customer = histories.customer(i);
      same[0][i] = days.purchases(customer, origin - ahead, origin);
      double known = Math.max(Histories.WEEK, histories.age(i) * Histories.WEEK);
      rate[0][i] = histories.repeats(i) * ahead / known;
      recency[0][i] = table.purchases(histories.age(i) - histories.recency(i), ahead);
      same[1][i] = same[0][i] * histories.spend(i);
      rate[1][i] = rate[0][i] * histories.spend(i);
      recency[1][i] = recency[0][i] * histories.spend(i);
    }
    expected.put("as-before", same);
    expected.put("own-rate", rate);
    expected.put("recency", recency);
  }

  private void take(String name, LifetimeFit fit) {
    double[][] both = new double[2][histories.size()];
    for (int i = 0; i < both[0].length; i++) {
      both[0][i] = fit.expected(i);
      both[1][i] = fit.value(i);
    }
    expected.put(name, both);
  }

  /** One line per model and rule. */
  public String table() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-11s %9s %8s %8s %9s %9s %9s   (%d customers, %d purchases, %.0f spent)%n",
                "",
                "sum/came",
                "MAE",
                "RMSE",
                "deviance",
                "value/sum",
                "valueMAE",
                came.length,
                Arrays.stream(came).sum(),
                Arrays.stream(spent).sum()));
    expected.forEach((name, both) -> text.append(line(name, both)));
    return text.toString();
  }

  private String line(String name, double[][] both) {
    double sum = 0;
    double absolute = 0;
    double squares = 0;
    double deviance = 0;
    double value = 0;
    double valueError = 0;
    int n = came.length;
    for (int i = 0; i < n; i++) {
      double off = both[0][i] - came[i];
      sum += both[0][i];
      absolute += Math.abs(off) / n;
      squares += off * off / n;
      deviance += ModelChoice.deviance(came[i], Math.max(1e-3, both[0][i])) / n;
      value += both[1][i];
      valueError += Math.abs(both[1][i] - spent[i]) / n;
    }
    return String.format(
        Locale.ROOT,
        "%-11s %9.3f %8.4f %8.4f %9.4f %9.3f %9.2f%n",
        name,
        sum / Arrays.stream(came).sum(),
        absolute,
        Math.sqrt(squares),
        deviance,
        value / Arrays.stream(spent).sum(),
        valueError);
  }
}
