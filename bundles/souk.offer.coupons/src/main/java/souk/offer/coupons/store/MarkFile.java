package souk.offer.coupons.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import souk.offer.coupons.record.Seal;

/**
 * The mark in a file of two places that are written in turns, so that a write cut short leaves the
 * one before. For one thread.
 */
public final class MarkFile implements Mark.Keeper {
  private static final int PLACE = 4096;
  private static final long MAGIC = 0x534F554B4D41524BL;
  private static final int CHAIN = 32;
  private static final int BYTES = 8 + 8 + 8 + CHAIN;
  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES + 4);
  private long turn;

  public MarkFile(Path file) throws LogException {
    this.file = file;
    try {
      boolean fresh = !Files.exists(file);
      this.channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (fresh || channel.size() == 0) {
        channel.write(ByteBuffer.allocate(2 * PLACE), 0);
        channel.force(true);
        flushFolder(file.toAbsolutePath().resolveSibling(""));
      }
    } catch (IOException e) {
      throw failed("opened", e);
    }
  }

  /** Makes the name of a new file last; where folders cannot be flushed, they need not be. */
  public static void flushFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public Mark read() throws LogException {
    try {
      Place first = place(0);
      Place second = place(1);
      Place last = first == null || (second != null && second.turn > first.turn) ? second : first;
      if (last != null) {
        turn = last.turn;
        return last.mark;
      }
      if (!blank()) {
        return new Mark(Mark.DAMAGED, Seal.origin());
      }
      return new Mark(Mark.ABSENT, Seal.origin());
    } catch (IOException e) {
      throw failed("read", e);
    }
  }

  @Override
  public void write(long seq, byte[] chain) throws LogException {
    try {
      turn++;
      buffer.clear();
      buffer.putLong(MAGIC).putLong(turn).putLong(seq).put(chain);
      buffer.putInt(crc(buffer.duplicate().flip()));
      buffer.flip();
      long at = (turn & 1) * PLACE;
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
      channel.force(false);
    } catch (IOException e) {
      throw failed("written", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private record Place(long turn, Mark mark) {}

  private @Nullable Place place(int number) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES + 4);
    long at = (long) number * PLACE;
    while (bytes.hasRemaining()) {
      int count = channel.read(bytes, at + bytes.position());
      if (count < 0) {
        return null;
      }
    }
    bytes.flip();
    int crc = crc(bytes.duplicate().limit(BYTES));
    long magic = bytes.getLong();
    long itsTurn = bytes.getLong();
    long seq = bytes.getLong();
    byte[] chain = new byte[CHAIN];
    bytes.get(chain);
    return magic == MAGIC && bytes.getInt() == crc
        ? new Place(itsTurn, new Mark(seq, chain))
        : null;
  }

  private boolean blank() throws IOException {
    ByteBuffer all = ByteBuffer.allocate((int) Math.min(channel.size(), 2L * PLACE));
    while (all.hasRemaining()) {
      if (channel.read(all, all.position()) < 0) {
        break;
      }
    }
    for (byte one : all.array()) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private LogException failed(String what, IOException e) {
    return new LogException(
        "The high-water mark %s could not be %s: %s.%nMaybe the disk is full or the folder may not be written."
            .formatted(file, what, e.getMessage()),
        e,
        false);
  }
}
