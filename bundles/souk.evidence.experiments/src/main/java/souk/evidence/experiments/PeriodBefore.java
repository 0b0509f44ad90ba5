package souk.evidence.experiments;

import java.time.LocalDate;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.evidence.spi.MarketState;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Series;

/**
 * What the units of an experiment did before: articles in the weeks just before the run, simulated
 * ones of earlier rounds included; customers in their last observed weeks, since only those are
 * known per customer.
 */
final class PeriodBefore {
  private final SalesHistory sales;
  private final MarketState state;

  PeriodBefore(SalesHistory sales, MarketState state) {
    this.sales = sales;
    this.state = state;
  }

  void fill(OutcomeTable table, LocalDate firstWeek, int weeks, double minorPerMajor) {
    if (table.article()) {
      articles(table, firstWeek, weeks, minorPerMajor);
    } else {
      customers(table, weeks);
    }
  }

  private void articles(OutcomeTable table, LocalDate firstWeek, int weeks, double minorPerMajor) {
    Panel weekly =
        firstWeek.isAfter(state.until())
            ? sales.weekly(SalesQuery.all().withSimulated(true))
            : state.weekly();
    int until = (int) weekly.grid().frequency().stepsBetween(weekly.grid().origin(), firstWeek);
    for (Series series : weekly.seriesList()) {
      Series price = weekly.covariate(SalesHistory.PRICE, series.id()).orElse(null);
      int from = Math.max(series.firstStep(), until - weeks);
      for (int step = from; price != null && step < Math.min(until, series.untilStep()); step++) {
        double units = series.value(step - series.firstStep());
        int at = Math.max(0, Math.min(price.length() - 1, step - price.firstStep()));
        table.before("", series.id(), units, units * price.value(at) * minorPerMajor);
      }
    }
  }

  private void customers(OutcomeTable table, int weeks) {
    PurchaseLog log = state.purchases();
    java.util.Set<String> sold = new java.util.HashSet<>();
    state.weekly().seriesList().forEach(s -> sold.add(s.id()));
    long from = state.until().minusWeeks(weeks).toEpochDay();
    for (int row = 0; row < log.rows(); row++) {
      String sku = log.skus().get(log.sku(row)).value();
      boolean recent = log.epochDay(row) >= from && log.epochDay(row) < state.until().toEpochDay();
      if (recent && log.customer(row) >= 0 && log.quantity(row) > 0 && sold.contains(sku)) {
        table.before(
            log.customers().get(log.customer(row)).value(),
            sku,
            log.quantity(row),
            log.amountMinor(row));
      }
    }
  }
}
