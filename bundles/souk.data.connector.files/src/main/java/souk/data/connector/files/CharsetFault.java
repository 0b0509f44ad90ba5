package souk.data.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.HexFormat;
import souk.data.api.LoadException;

/** Finds the first byte of a file that is not text in the charset it is read with. */
final class CharsetFault {
  private CharsetFault() {}

  static LoadException locate(Path path, FileOptions options, InflationLimit limit)
      throws IOException {
    try (SourceFile file = SourceFile.open(path, options, limit)) {
      return locate(path, file);
    }
  }

  private static LoadException locate(Path path, SourceFile file) throws IOException {
    CharsetDecoder decoder =
        file.charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    InputStream in = file.content();
    long before = file.markBytes();
    long line = 1;
    boolean end = false;
    while (!end) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      end = read < 0;
      bytes.position(bytes.position() + Math.max(0, read)).flip();
      CoderResult result = decoder.decode(bytes, chars, end);
      for (int i = 0; i < chars.position(); i++) {
        line += chars.get(i) == '\n' ? 1 : 0;
      }
      if (result.isError()) {
        byte[] wrong = new byte[Math.min(bytes.remaining(), Math.max(1, result.length()))];
        long position = before + bytes.position();
        bytes.get(wrong);
        return wrong(path, file, position, line, wrong);
      }
      before += bytes.position();
      bytes.compact();
      chars.clear();
    }
    return wrong(path, file, before, line, new byte[0]);
  }

  private static LoadException wrong(
      Path path, SourceFile file, long position, long line, byte[] bytes) {
    return new LoadException(
        "file.wrong-charset",
        "The file %s is not %s: byte %d (line %d) is 0x%s.%nMaybe it is GBK, GB18030 or windows-1252: state it as \"file\": {\"charset\": …} in the mapping."
            .formatted(
                path,
                file.charset(),
                position,
                line,
                HexFormat.of().withUpperCase().formatHex(bytes)));
  }
}
