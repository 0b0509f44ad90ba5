package souk.data.lib;

/** Refuses rows in another currency than the mapping states. */
final class OtherCurrency {
  private OtherCurrency() {}

  static void check(BoundColumns.Cell cell, String[] values, String expected)
      throws RowFaultException {
    String code = cell.text(values);
    if (!code.isEmpty() && !code.equals(expected)) {
      throw new RowFaultException(
          new RowFault(
              cell.column(),
              code,
              "row.other-currency",
              "The mapping states %s. Load rows of another currency into an installation of that currency."
                  .formatted(expected)));
    }
  }
}
