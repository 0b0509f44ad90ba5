package souk.data.connector.files;

/** What is wrong with one line. Cheap, without a stack trace. */
final class JsonFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final String column;
  private final String code;
  private final String text;

  /**
   * @param column path of the value at fault, or its place in the line
   */
  JsonFault(String column, String code, String text) {
    super(code, null, false, false);
    this.column = column;
    this.code = code;
    this.text = text;
  }

  String column() {
    return column;
  }

  String code() {
    return code;
  }

  String text() {
    return text;
  }
}
