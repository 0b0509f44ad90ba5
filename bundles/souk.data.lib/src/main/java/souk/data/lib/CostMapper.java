package souk.data.lib;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns records of a source into unit costs. For use by one thread. */
public final class CostMapper {
  private static final LocalDate EVER = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private final String currencyCode;
  private final BoundColumns.Cell sku;
  private final BoundColumns.Cell unitCost;
  private final BoundColumns.Cell validFrom;
  private final BoundColumns.Cell currency;
  private final DecimalFormat format;
  private final TimeFormat timeFormat;
  private final Set<List<Object>> seen = new HashSet<>();

  /**
   * @throws MappingException if the mapping names a column that is not there
   */
  public CostMapper(Mapping mapping, List<String> header) {
    this.currencyCode = mapping.currency().getCurrencyCode();
    BoundColumns columns = new BoundColumns(mapping, header);
    this.sku = columns.cell("sku");
    this.unitCost = columns.cell("unit_cost");
    this.validFrom = columns.cell("valid_from");
    this.currency = columns.cell("currency");
    this.format = new DecimalFormat(unitCost.rule().decimal(), unitCost.rule().grouping());
    String pattern = validFrom.rule().pattern();
    this.timeFormat =
        new TimeFormat(
            pattern.isEmpty() ? "uuuu-MM-dd" : pattern,
            validFrom.rule().locale(),
            mapping.zone(),
            mapping.earliest(),
            LATEST);
  }

  public Mapped<CostRow> map(String[] values) {
    try {
      String code = sku.key(values);
      BigDecimal cost = format.parse(unitCost.column(), unitCost.text(values));
      if (cost.signum() <= 0) {
        throw new RowFaultException(
            new RowFault(
                unitCost.column(),
                unitCost.text(values),
                "row.not-positive",
                "A unit cost must be greater than 0. Correct it, or leave the row out."));
      }
      String text = validFrom.text(values);
      LocalDate day = text.isEmpty() ? EVER : timeFormat.parse(validFrom.column(), text).day();
      OtherCurrency.check(currency, values, currencyCode);
      if (!seen.add(List.of(code, day))) {
        throw new RowFaultException(RepeatedKey.fault(sku.column(), code));
      }
      return Mapped.of(new CostRow(code, day, cost), BigDecimal.ZERO);
    } catch (RowFaultException e) {
      return Mapped.fault(e.fault(), BigDecimal.ZERO);
    }
  }
}
