package souk.data.api;

/**
 * A row that was set aside.
 *
 * @param loadId the load
 * @param rowNumber line in the source, 1-based, header included
 * @param column column at fault, or empty text for the whole row
 * @param value offending value, cut to 200 characters
 * @param reasonCode stable code
 * @param reasonText in English, with what to do
 * @param raw the row as read, cut to 2,000 characters
 */
public record QuarantinedRow(
    String loadId,
    long rowNumber,
    String column,
    String value,
    String reasonCode,
    String reasonText,
    String raw) {}
