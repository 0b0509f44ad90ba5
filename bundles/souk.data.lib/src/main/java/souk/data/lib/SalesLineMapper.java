package souk.data.lib;

import java.math.BigDecimal;
import java.util.List;
import souk.model.Money;

/**
 * Turns records of a source into order lines, or says why it cannot. For use by one thread;
 * deterministic.
 */
public final class SalesLineMapper {
  private static final int MAX_DESCRIPTION = 500;
  private final Mapping mapping;
  private final BoundColumns.Cell orderId;
  private final BoundColumns.Cell orderedAt;
  private final BoundColumns.Cell sku;
  private final BoundColumns.Cell quantity;
  private final BoundColumns.Cell unitPrice;
  private final BoundColumns.Cell description;
  private final BoundColumns.Cell category;
  private final BoundColumns.Cell customerKey;
  private final BoundColumns.Cell country;
  private final BoundColumns.Cell store;
  private final BoundColumns.Cell channel;
  private final BoundColumns.Cell currency;
  private final DecimalFormat quantityFormat;
  private final DecimalFormat priceFormat;
  private final TimeFormat timeFormat;

  /**
   * @param header column names of the source
   * @throws MappingException if the mapping names a column that is not there
   */
  public SalesLineMapper(Mapping mapping, List<String> header) {
    this.mapping = mapping;
    BoundColumns columns = new BoundColumns(mapping, header);
    this.orderId = columns.cell("order_id");
    this.orderedAt = columns.cell("ordered_at");
    this.sku = columns.cell("sku");
    this.quantity = columns.cell("quantity");
    this.unitPrice = columns.cell("unit_price");
    this.description = columns.cell("description");
    this.category = columns.cell("category");
    this.customerKey = columns.cell("customer_key");
    this.country = columns.cell("country");
    this.store = columns.cell("store");
    this.channel = columns.cell("channel");
    this.currency = columns.cell("currency");
    this.quantityFormat = format(quantity.rule());
    this.priceFormat = format(unitPrice.rule());
    this.timeFormat =
        new TimeFormat(
            orderedAt.rule().pattern(),
            orderedAt.rule().locale(),
            mapping.zone(),
            mapping.earliest(),
            mapping.latest());
  }

  /** The line, or the fault, of one record. */
  public Mapped<SalesLine> map(String[] values) {
    BigDecimal exact = BigDecimal.ZERO;
    try {
      BigDecimal units = quantityFormat.parse(quantity.column(), quantity.text(values));
      BigDecimal price = priceFormat.parse(unitPrice.column(), unitPrice.text(values));
      exact = units.multiply(price);
      return Mapped.of(line(values, units, price, exact), exact);
    } catch (RowFaultException e) {
      return Mapped.fault(e.fault(), exact);
    }
  }

  private SalesLine line(String[] values, BigDecimal units, BigDecimal price, BigDecimal exact)
      throws RowFaultException {
    String order = orderId.key(values);
    String code = sku.key(values);
    TimeFormat.Parsed time = timeFormat.parse(orderedAt.column(), orderedAt.text(values));
    String text = cut(description.text(values));
    String customer = customerKey.optionalKey(values);
    OtherCurrency.check(currency, values, mapping.currency().getCurrencyCode());
    checkPrice(values, price, text);
    boolean isReturn = isReturn(order, units, price);
    boolean adjustment = !isReturn && customer.isEmpty() && exact.signum() == 0;
    boolean article = !mapping.nonArticles().matches(code);
    LineKind kind = isReturn ? LineKind.RETURN : adjustment ? LineKind.ADJUSTMENT : LineKind.SALE;
    int flags =
        bit(LineFlag.RETURN, isReturn)
            | bit(LineFlag.NO_CUSTOMER, customer.isEmpty())
            | bit(LineFlag.NON_ARTICLE, !article)
            | bit(LineFlag.ZERO_PRICE, price.signum() == 0)
            | bit(LineFlag.NEGATIVE_PRICE, price.signum() < 0)
            | bit(LineFlag.ADJUSTMENT, adjustment)
            | bit(LineFlag.NO_DESCRIPTION, text.isEmpty())
            | bit(LineFlag.TIME_SHIFTED, time.shifted());
    String group = category.optionalKey(values);
    String land = country.optionalKey(values);
    String shop = orDefault(store.optionalKey(values));
    String way = orDefault(channel.optionalKey(values));
    long digest =
        new Digest64()
            .add(code)
            .add(text)
            .add(group)
            .add(units.stripTrailingZeros().toPlainString())
            .add(price.stripTrailingZeros().toPlainString())
            .add(time.instant().getEpochSecond())
            .add(time.instant().getNano())
            .add(customer)
            .add(land)
            .add(way)
            .add(kind.ordinal())
            .add(article ? 1 : 0)
            .value();
    return new SalesLine(
        order,
        code,
        text,
        group,
        units,
        price,
        time.instant(),
        time.day(),
        customer,
        land,
        shop,
        way,
        kind,
        article,
        exact,
        minor(exact),
        flags,
        digest);
  }

  private boolean isReturn(String order, BigDecimal units, BigDecimal price) {
    for (String prefix : mapping.returnPrefixes()) {
      if (order.startsWith(prefix)) {
        return true;
      }
    }
    return units.signum() < 0 && price.signum() > 0;
  }

  private void checkPrice(String[] values, BigDecimal price, String text) throws RowFaultException {
    if (price.signum() < 0 && mapping.quarantine().contains("negative-price")) {
      throw price(
          values, "row.negative-price", "The price is negative: an accounting entry, not a sale.");
    }
    if (price.signum() != 0) {
      return;
    }
    if (mapping.quarantine().contains("zero-price")) {
      throw price(values, "row.zero-price", "The price is zero. Give it, or allow it in rules.");
    }
    if (text.isEmpty() && mapping.quarantine().contains("zero-price-without-description")) {
      throw price(
          values,
          "row.zero-price-without-description",
          "Neither a price nor a description: nothing says what this line stands for.");
    }
  }

  private RowFaultException price(String[] values, String code, String why) {
    return new RowFaultException(
        new RowFault(unitPrice.column(), unitPrice.text(values), code, why));
  }

  private long minor(BigDecimal exact) throws RowFaultException {
    try {
      return Money.of(exact, mapping.currency()).amountMinor();
    } catch (ArithmeticException e) {
      throw new RowFaultException(
          new RowFault(
              quantity.column(),
              exact.toPlainString(),
              "row.number-too-large",
              "Quantity times price does not fit. Correct one of them."));
    }
  }

  private static DecimalFormat format(ColumnRule rule) {
    return new DecimalFormat(rule.decimal(), rule.grouping());
  }

  private static int bit(LineFlag flag, boolean set) {
    return set ? flag.bit() : 0;
  }

  private static String orDefault(String text) {
    return text.isEmpty() ? "default" : text;
  }

  private static String cut(String text) {
    return text.length() > MAX_DESCRIPTION ? text.substring(0, MAX_DESCRIPTION) : text;
  }
}
