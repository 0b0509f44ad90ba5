package souk.offer.engine.language;

/** Recognises texts that are no UTF-8. */
final class Encoding {
  static final String NOT_UTF_8 =
      "The text is not UTF-8.\nMaybe it was saved as GBK, GB18030 or Latin-1: save it as UTF-8.";

  private Encoding() {}

  /** True, and one problem more, if the first bytes tell of another encoding. */
  static boolean problem(byte[] json, Problems problems) {
    if (json.length >= 2 && (wide(json[0], json[1]) || json[0] == 0 || json[1] == 0)) {
      problems.error(
          1,
          1,
          Path.ROOT,
          "language.encoding",
          "The text seems to be UTF-16 or UTF-32, but only UTF-8 is read.\nMaybe the editor's \"Unicode\" was chosen: save it as UTF-8.");
      return true;
    }
    return false;
  }

  private static boolean wide(byte first, byte second) {
    return first == (byte) 0xFE && second == (byte) 0xFF
        || first == (byte) 0xFF && second == (byte) 0xFE;
  }

  /** Where the text starts: after a byte order mark, if it has one. */
  static int start(byte[] json) {
    return json.length >= 3
            && json[0] == (byte) 0xEF
            && json[1] == (byte) 0xBB
            && json[2] == (byte) 0xBF
        ? 3
        : 0;
  }
}
