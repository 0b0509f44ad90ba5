package souk.data.connector.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import souk.data.api.LoadException;

/**
 * Walks through the footer of a Parquet file before the engine sees it. One wrong byte there can
 * announce a list of a billion elements, for which the engine would take gigabytes of memory at
 * once, outside its own limit. Here nothing is taken for granted: no list and no text may be longer
 * than what is left of the footer (Apache Parquet format 2.10; Thrift compact protocol).
 */
final class ParquetFooter {
  private static final int MAX_BYTES = 1 << 26;
  private static final int MAX_DEPTH = 24;
  private static final byte[] MARK = {'P', 'A', 'R', '1'};
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int INT_64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;
  private final ByteBuffer bytes;

  private ParquetFooter(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws LoadException if the file has no sound footer
   */
  static void check(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      if (file.size() < 12 || !Arrays.equals(read(file, 0, 4).array(), MARK)) {
        throw damaged(path, "it does not begin with PAR1");
      }
      ByteBuffer tail = read(file, file.size() - 8, 8).order(ByteOrder.LITTLE_ENDIAN);
      long length = Integer.toUnsignedLong(tail.getInt());
      byte[] mark = new byte[4];
      tail.get(mark);
      if (!Arrays.equals(mark, MARK)) {
        throw damaged(path, "it does not end with PAR1");
      }
      if (length > Math.min(MAX_BYTES, file.size() - 12)) {
        throw damaged(path, "its footer claims to have " + length + " bytes");
      }
      ParquetFooter footer = new ParquetFooter(read(file, file.size() - 8 - length, (int) length));
      if (!footer.struct(1)) {
        throw damaged(path, "byte " + footer.bytes.position() + " of its footer is wrong");
      }
    }
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
      // A channel may give less than asked for.
    }
    return bytes.flip();
  }

  private boolean struct(int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    while (bytes.hasRemaining()) {
      int head = bytes.get();
      if (head == 0) {
        return true;
      }
      boolean numbered = (head & 0xF0) != 0 || varint() >= 0;
      if (!numbered || !value(head & 0x0F, false, depth)) {
        return false;
      }
    }
    return false;
  }

  private boolean value(int type, boolean inList, int depth) {
    return switch (type) {
      case TRUE, FALSE -> !inList || skip(1);
      case BYTE -> skip(1);
      case 4, 5, INT_64 -> varint() >= 0;
      case DOUBLE -> skip(8);
      case BINARY -> skip(varint());
      case 9, SET -> list(depth);
      case MAP -> map(depth);
      case STRUCT -> struct(depth + 1);
      default -> false;
    };
  }

  private boolean list(int depth) {
    if (!bytes.hasRemaining()) {
      return false;
    }
    int head = bytes.get() & 0xFF;
    long size = head >> 4 == 15 ? varint() : head >> 4;
    return elements(size, depth, head & 0x0F);
  }

  private boolean map(int depth) {
    long size = varint();
    if (size == 0) {
      return true;
    }
    if (!bytes.hasRemaining()) {
      return false;
    }
    int types = bytes.get() & 0xFF;
    return elements(size, depth, types >> 4, types & 0x0F);
  }

  /** Each element has at least one byte. */
  private boolean elements(long size, int depth, int... types) {
    if (size < 0 || size > bytes.remaining() || depth > MAX_DEPTH) {
      return false;
    }
    for (long i = 0; i < size; i++) {
      for (int type : types) {
        if (!value(type, true, depth + 1)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean skip(long length) {
    if (length < 0 || length > bytes.remaining()) {
      return false;
    }
    bytes.position(bytes.position() + (int) length);
    return true;
  }

  /** An unsigned number, 0 for one beyond 63 bits whose value does not matter, −1 if cut off. */
  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 70 && bytes.hasRemaining(); shift += 7) {
      int next = bytes.get();
      value |= shift < 63 ? (long) (next & 0x7F) << shift : 0;
      if (next >= 0) {
        return value;
      }
    }
    return -1;
  }

  private static LoadException damaged(Path path, String what) {
    return new LoadException(
        "file.damaged-parquet",
        "The Parquet file %s cannot be read: %s.%nMaybe the copy is incomplete or damaged: fetch it again."
            .formatted(path, what));
  }
}
