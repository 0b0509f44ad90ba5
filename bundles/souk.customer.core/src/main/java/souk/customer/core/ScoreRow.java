package souk.customer.core;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import souk.customer.api.CustomerScore;
import souk.model.CustomerKey;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Reason;

/** A score as a row of the table {@code score}. */
final class ScoreRow {
  private static final double LEVEL = 0.95;

  private ScoreRow() {}

  /** Sets the values from a place on; the next free place. */
  static int set(
      PreparedStatement statement, int from, String run, CustomerScore score, String reasons)
      throws SQLException {
    int at = from;
    statement.setString(at++, run);
    statement.setString(at++, score.customer().value());
    statement.setDouble(at++, score.buys());
    statement.setDouble(at++, score.churned());
    statement.setDouble(at++, score.purchases());
    statement.setDouble(at++, score.purchasesInterval().low());
    statement.setDouble(at++, score.purchasesInterval().high());
    statement.setLong(at++, score.spend().amountMinor());
    statement.setString(at++, score.spend().currency().getCurrencyCode());
    if (score.nextPurchaseDays().isPresent()) {
      statement.setDouble(at++, score.nextPurchaseDays().getAsDouble());
    } else {
      statement.setNull(at++, Types.DOUBLE);
    }
    statement.setString(at++, reasons);
    return at;
  }

  /** The scores of a run. */
  static List<CustomerScore> read(
      Connection connection, String run, Function<String, List<Reason>> reasons)
      throws SQLException {
    List<CustomerScore> scores = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT customer_id, buys, churned, purchases, purchases_low, purchases_high,"
                + " spend_minor, currency, next_purchase_days, reasons_json FROM score"
                + " WHERE run_id = ? ORDER BY customer_id")) {
      statement.setString(1, run);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          scores.add(score(row, reasons));
        }
      }
    }
    return scores;
  }

  private static CustomerScore score(ResultSet row, Function<String, List<Reason>> reasons)
      throws SQLException {
    CustomerScore.Builder score =
        CustomerScore.of(
                new CustomerKey(row.getString(1)),
                Money.ofMinor(row.getLong(7), Currency.getInstance(row.getString(8))))
            .buys(row.getDouble(2))
            .churned(row.getDouble(3))
            .purchases(row.getDouble(4))
            .purchasesInterval(new Interval(row.getDouble(5), row.getDouble(6), LEVEL));
    double next = row.getDouble(9);
    if (!row.wasNull()) {
      score.nextPurchaseDays(next);
    }
    reasons.apply(row.getString(10)).forEach(score::reason);
    return score.build();
  }
}
