package souk.data.lib;

/**
 * Why a row cannot be loaded.
 *
 * @param column source column at fault, or empty text for the whole row
 * @param value offending value as read
 * @param code stable code, for example {@code row.not-a-number}
 * @param text in English, with what to do
 */
public record RowFault(String column, String value, String code, String text) {}
