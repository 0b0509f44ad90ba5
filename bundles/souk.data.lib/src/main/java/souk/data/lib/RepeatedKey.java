package souk.data.lib;

/** Says that a file holds two rows for one key. */
final class RepeatedKey {
  private RepeatedKey() {}

  static RowFault fault(String column, String value) {
    return new RowFault(
        column,
        value,
        "row.repeated-key",
        "An earlier row of this file is about the same key; the first one counts. Remove one of them.");
  }
}
