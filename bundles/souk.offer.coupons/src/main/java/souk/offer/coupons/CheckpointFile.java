package souk.offer.coupons;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.CRC32C;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.offer.coupons.record.BadRecordException;
import souk.offer.coupons.record.ByteSource;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.state.LedgerState;
import souk.offer.coupons.state.StateImage;
import souk.offer.coupons.store.LogException;
import souk.offer.coupons.store.MarkFile;

/**
 * The sum of all rows up to one, so that a start need not read them: number and chain hash of that
 * row, the state, CRC32C and a hash made with the ledger's key. It only saves time: when it is
 * missing, damaged or does not fit the rows, all rows are read. Written in slices, so that nobody
 * waits for it, and put in place in one step. For one thread.
 */
final class CheckpointFile {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);
  private static final long MAGIC = 0x534F554B43484B50L;
  private static final int VERSION = 1;
  private static final int CHAIN = 32;
  private static final int HEAD = 8 + 4 + 8 + CHAIN;
  private static final int TAIL = 4 + 32;
  private static final int SLICE = 1 << 20;
  private static final int FLUSH_EVERY = 4;
  private final Path file;
  private final Path fresh;
  private final LedgerKey key;
  private @Nullable Writing writing;

  CheckpointFile(Path file, LedgerKey key) {
    this.file = file;
    this.fresh = file.resolveSibling(file.getFileName() + ".new");
    this.key = key;
  }

  /** A state and the row that it reaches to. */
  record Found(long seq, byte[] chain, LedgerState state) {}

  /** The last checkpoint; null if there is none that can be used. */
  @Nullable Found read(int keyDays) {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      byte[] all = Files.readAllBytes(file);
      if (!sealed(all)) {
        throw new BadRecordException("another hash than its bytes");
      }
      ByteSource source = new ByteSource(ByteBuffer.wrap(all, 0, all.length - TAIL));
      if (source.i64() != MAGIC || source.i32() != VERSION) {
        throw new BadRecordException("another version");
      }
      long seq = source.i64();
      byte[] chain = source.bytes(CHAIN);
      return new Found(seq, chain, StateImage.read(source, keyDays));
    } catch (IOException | BadRecordException e) {
      LOG.warn(
          "Coupons: the checkpoint {} is not used, so all rows are read: {}.",
          file,
          String.valueOf(e.getMessage()));
      return null;
    }
  }

  private boolean sealed(byte[] all) {
    if (all.length < HEAD + TAIL) {
      return false;
    }
    CRC32C crc = new CRC32C();
    crc.update(all, 0, all.length - TAIL);
    ByteBuffer tail = ByteBuffer.wrap(all, all.length - TAIL, TAIL);
    if (tail.getInt() != (int) crc.getValue()) {
      return false;
    }
    byte[] hash = new byte[TAIL - 4];
    tail.get(hash);
    Mac mac = key.checkpoint();
    mac.update(all, 0, all.length - TAIL);
    return MessageDigest.isEqual(mac.doFinal(), hash);
  }

  /** From now on a start reads all rows. */
  void delete() throws LogException {
    try {
      Files.deleteIfExists(file);
      MarkFile.flushFolder(file.toAbsolutePath().resolveSibling(""));
    } catch (IOException e) {
      throw new LogException(
          "The checkpoint %s cannot be deleted: %s.%nMaybe the folder may not be written."
              .formatted(file, e.getMessage()),
          e,
          true);
    }
  }

  boolean isWriting() {
    return writing != null;
  }

  /**
   * Begins a checkpoint; {@link #step()} writes it.
   *
   * @param image the state; taken over
   */
  void begin(long seq, byte[] chain, ByteBuffer image) {
    if (!image.hasRemaining()) {
      LOG.warn("Coupons: the ledger is too large for a checkpoint; a start reads all rows.");
      return;
    }
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    head.putLong(MAGIC).putInt(VERSION).putLong(seq).put(chain).flip();
    writing = new Writing(head, image, key.checkpoint());
  }

  /** Writes the next slice; a failure only costs the checkpoint. */
  void step() {
    Writing now = writing;
    if (now == null) {
      return;
    }
    try {
      if (now.write(fresh)) {
        writing = null;
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        MarkFile.flushFolder(file.toAbsolutePath().resolveSibling(""));
      }
    } catch (IOException e) {
      writing = now;
      abandon();
      LOG.warn("Coupons: the checkpoint {} cannot be written: {}.", file, e.getMessage());
    }
  }

  void abandon() {
    Writing now = writing;
    writing = null;
    if (now != null) {
      now.close();
      try {
        Files.deleteIfExists(fresh);
      } catch (IOException e) {
        LOG.warn("Coupons: {} cannot be deleted: {}.", fresh, e.getMessage());
      }
    }
  }

  /** One checkpoint on its way into its file. */
  private static final class Writing {
    private final ByteBuffer head;
    private final ByteBuffer image;
    private final Mac mac;
    private final CRC32C crc = new CRC32C();
    private @Nullable FileChannel channel;
    private int slices;

    Writing(ByteBuffer head, ByteBuffer image, Mac mac) {
      this.head = head;
      this.image = image;
      this.mac = mac;
    }

    /** True when all is durable. */
    boolean write(Path into) throws IOException {
      FileChannel out = channel;
      if (out == null) {
        out =
            FileChannel.open(
                into,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        channel = out;
        put(out, head);
      }
      put(out, image.slice(image.position(), Math.min(SLICE, image.remaining())));
      image.position(image.position() + Math.min(SLICE, image.remaining()));
      if (image.hasRemaining()) {
        if (++slices % FLUSH_EVERY == 0) {
          out.force(false);
        }
        return false;
      }
      ByteBuffer tail = ByteBuffer.allocate(TAIL);
      tail.putInt((int) crc.getValue()).put(mac.doFinal()).flip();
      raw(out, tail);
      out.force(true);
      out.close();
      return true;
    }

    private void put(FileChannel out, ByteBuffer bytes) throws IOException {
      crc.update(bytes.duplicate());
      mac.update(bytes.duplicate());
      raw(out, bytes);
    }

    private static void raw(FileChannel out, ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }

    void close() {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        LOG.warn("Coupons: {}", e.getMessage());
      }
    }
  }
}
