package souk.data.connector.files;

import java.io.IOException;
import java.io.Reader;

/**
 * Cuts text into lines. Of a line that is too long only the beginning is kept, so that one endless
 * line does not fill the memory. For use by one thread.
 */
final class LineSplitter {
  static final int MAX_LINE_CHARS = 1 << 20;
  private static final int KEPT_OF_LONG_LINES = 2_000;
  private final Reader text;
  private final char[] buffer = new char[1 << 14];
  private final StringBuilder line = new StringBuilder();
  private int next;
  private int end;
  private long number;
  private long length;

  LineSplitter(Reader text) {
    this.text = text;
  }

  /** Goes to the next line; false after the last one. */
  boolean advance() throws IOException {
    line.setLength(0);
    length = 0;
    boolean any = false;
    while (true) {
      if (next == end) {
        next = 0;
        end = Math.max(0, text.read(buffer));
        if (end == 0) {
          number += any ? 1 : 0;
          return any;
        }
      }
      any = true;
      int stop = next;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      keep(stop - next);
      next = stop;
      if (stop < end) {
        next++;
        number++;
        return true;
      }
    }
  }

  /** The line, or its beginning if it is too long. */
  String line() {
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }

  boolean isTooLong() {
    return length > MAX_LINE_CHARS;
  }

  /** Characters of the whole line. */
  long length() {
    return length;
  }

  /** Number of the line, from 1. */
  long number() {
    return number;
  }

  private void keep(int chars) {
    length += chars;
    if (length <= MAX_LINE_CHARS) {
      line.append(buffer, next, chars);
    } else if (line.length() > KEPT_OF_LONG_LINES) {
      line.setLength(KEPT_OF_LONG_LINES);
      line.trimToSize();
    }
  }
}
