package souk.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.DataQuality;
import souk.data.api.QualityFinding;
import souk.model.Reason;

/** Looks through the warehouse for what makes decisions from it doubtful. Safe for many threads. */
@Component(service = DataQuality.class)
public final class WarehouseDataQuality implements DataQuality {
  private static final int SHOWN_DAYS = 5;
  private static final List<String> SEVERITIES = List.of("error", "warning", "info");

  /**
   * One rule that counts rows.
   *
   * @param code stable code
   * @param sql rows concerned and rows looked at
   * @param warningShare share from which it is a warning; above 1 for never
   * @param text with rows and percent as arguments
   */
  private record Rule(String code, String sql, double warningShare, String text) {
    /** Rows set aside in such a share mean a wrong mapping or a broken export. */
    double errorShare() {
      return code.equals("quality.quarantined") ? 0.05 : 1;
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "quality.quarantined",
              QualitySql.QUARANTINED,
              0,
              "%,d rows (%.2f %%) were set aside. Look through the quarantine of each load, correct the source and load it again."),
          new Rule(
              "quality.no-customer",
              QualitySql.NO_CUSTOMER,
              0.1,
              "%,d lines (%.2f %%) name no customer: they count for demand, not for segments or recommendations."),
          new Rule(
              "quality.identical-lines",
              QualitySql.IDENTICAL,
              0.001,
              "%,d lines (%.2f %%) repeat an earlier line of their order. They are kept; look whether the till books units one by one, or the export doubles lines."),
          new Rule(
              "quality.cancelled-at-once",
              QualitySql.CANCELLED,
              0.001,
              "%,d sales (%.2f %%) were cancelled in full within two days. They are not counted as demand."),
          new Rule(
              "quality.quantity-outlier",
              QualitySql.QUANTITY_OUTLIERS,
              0.001,
              "%,d sales (%.2f %%) have a quantity far above what is usual for their article. Check them; forecasts weigh them as they are."),
          new Rule(
              "quality.price-outlier",
              QualitySql.PRICE_OUTLIERS,
              0.0001,
              "%,d sales (%.2f %%) have a price eight times above or below the usual one of their article. Check for slipped decimal points and clearances."),
          new Rule(
              "quality.same-code-other-case",
              QualitySql.SAME_CODE,
              0,
              "%,d article codes (%.2f %%) differ from another only in letter case. If they mean the same article, set \"case\": \"upper\" for sku in the mapping."),
          new Rule(
              "quality.zero-price",
              QualitySql.ZERO_PRICE,
              0.01,
              "%,d sales (%.2f %%) have price 0. They are kept, but not counted as demand."),
          new Rule(
              "quality.no-description",
              QualitySql.NO_DESCRIPTION,
              0.05,
              "%,d lines (%.2f %%) have no description."),
          new Rule(
              "quality.returns",
              QualitySql.RETURNS,
              0.1,
              "%,d lines (%.2f %%) are returns or cancellations."),
          new Rule(
              "quality.stock-adjustments",
              QualitySql.ADJUSTMENTS,
              0.05,
              "%,d lines (%.2f %%) have neither money nor customer: stock corrections, not sales."),
          new Rule(
              "quality.non-articles",
              QualitySql.NON_ARTICLES,
              0.1,
              "%,d lines (%.2f %%) are postage, fees, vouchers or manual entries, not articles."));

  private final DuckDbWarehouse warehouse;

  @Activate
  public WarehouseDataQuality(@Reference DuckDbWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public List<QualityFinding> findings() {
    return warehouse.read(WarehouseDataQuality::findings);
  }

  private static List<QualityFinding> findings(Connection connection) throws SQLException {
    List<QualityFinding> findings = new ArrayList<>();
    for (Rule rule : RULES) {
      try (PreparedStatement statement = connection.prepareStatement(rule.sql);
          ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getLong(1) > 0) {
          findings.add(finding(rule, row.getLong(1), row.getLong(2)));
        }
      }
    }
    findings.addAll(closedDays(connection));
    findings.sort(
        Comparator.<QualityFinding>comparingInt(f -> SEVERITIES.indexOf(f.severity()))
            .thenComparing(f -> -f.share())
            .thenComparing(QualityFinding::rule));
    return findings;
  }

  private static QualityFinding finding(Rule rule, long rows, long all) {
    double share = all == 0 ? 0 : rows / (double) all;
    String text = String.format(Locale.ROOT, rule.text, rows, 100 * share);
    String severity =
        share > rule.errorShare() ? "error" : share > rule.warningShare ? "warning" : "info";
    String percent = String.format(Locale.ROOT, "%.2f", 100 * share);
    return new QualityFinding(
        rule.code, severity, rows, share, Reason.of(rule.code, text, rows, percent));
  }

  /** Days without any sale on a weekday on which the shop usually sells. */
  private static List<QualityFinding> closedDays(Connection connection) throws SQLException {
    var trading = TradingDays.read(connection);
    if (trading.isEmpty()) {
      return List.of();
    }
    List<LocalDate> closed = trading.get().closedDays(connection);
    if (closed.isEmpty()) {
      return List.of();
    }
    long days = trading.get().days().days();
    List<LocalDate> shown = closed.subList(0, Math.min(SHOWN_DAYS, closed.size()));
    String names =
        String.join(", ", shown.stream().map(LocalDate::toString).toList())
            + (closed.size() > SHOWN_DAYS ? ", …" : "");
    String text =
        String.format(
            Locale.ROOT,
            "On %d usual trading days nothing was sold: %s. Holidays, or days that are missing in the source.",
            closed.size(),
            names);
    double share = closed.size() / (double) days;
    return List.of(
        new QualityFinding(
            "quality.closed-days",
            share > 0.05 ? "warning" : "info",
            closed.size(),
            share,
            Reason.of("quality.closed-days", text, closed.size(), names)));
  }
}
