package souk.offer.engine.language;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Recognises texts that are no UTF-8. */
final class Encoding {
  private static final String NOT_UTF_8 =
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
    return (first == (byte) 0xFE && second == (byte) 0xFF)
        || (first == (byte) 0xFF && second == (byte) 0xFE);
  }

  /** Says where the first bytes stand that are not UTF-8. */
  static void malformed(byte[] json, Problems problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(json);
    CharBuffer piece = CharBuffer.allocate(8192);
    int line = 1;
    int column = 1;
    CoderResult result;
    do {
      piece.clear();
      result = decoder.decode(bytes, piece, true);
      piece.flip();
      while (piece.hasRemaining()) {
        boolean end = piece.get() == '\n';
        line += end ? 1 : 0;
        column = end ? 1 : column + 1;
      }
    } while (result.isOverflow());
    problems.error(line, column, Path.ROOT, "language.encoding", NOT_UTF_8);
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
