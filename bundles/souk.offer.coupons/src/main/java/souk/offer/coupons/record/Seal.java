package souk.offer.coupons.record;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32C;
import javax.crypto.Mac;

/**
 * Seals rows: CRC32C (4 bytes), chain hash (32 bytes), entry. Each chain hash covers the one
 * before, the row's number and its entry, and is made with the ledger's key. For one thread.
 */
public final class Seal {
  private static final int CHAIN = 32;

  /** Where the entry begins in a row. */
  public static final int HEAD = 4 + CHAIN;

  private final Mac mac;

  public Seal(LedgerKey key) {
    this.mac = key.chain();
  }

  /** The chain hash before the first row. */
  public static byte[] origin() {
    return new byte[CHAIN];
  }

  /** A whole row. */
  public byte[] seal(long seq, byte[] before, byte[] entry) {
    byte[] chain = chain(seq, before, entry, 0);
    byte[] row = new byte[HEAD + entry.length];
    System.arraycopy(chain, 0, row, 4, CHAIN);
    System.arraycopy(entry, 0, row, HEAD, entry.length);
    ByteBuffer.wrap(row).putInt(crc(seq, row));
    return row;
  }

  /** The chain hash that a row carries. */
  public static byte[] chainOf(byte[] row) {
    return Arrays.copyOfRange(row, 4, HEAD);
  }

  /** True if the bytes of a row are those that were written. */
  public static boolean whole(long seq, byte[] row) {
    return row.length > HEAD && ByteBuffer.wrap(row).getInt() == crc(seq, row);
  }

  /** True if a row follows the one before. */
  public boolean follows(long seq, byte[] before, byte[] row) {
    return MessageDigest.isEqual(chain(seq, before, row, HEAD), chainOf(row));
  }

  private byte[] chain(long seq, byte[] before, byte[] bytes, int from) {
    mac.update(before);
    for (int shift = 56; shift >= 0; shift -= 8) {
      mac.update((byte) (seq >>> shift));
    }
    mac.update(bytes, from, bytes.length - from);
    return mac.doFinal();
  }

  private static int crc(long seq, byte[] row) {
    CRC32C crc = new CRC32C();
    crc.update(row, 4, row.length - 4);
    for (int shift = 56; shift >= 0; shift -= 8) {
      crc.update((int) (seq >>> shift) & 0xFF);
    }
    return (int) crc.getValue();
  }
}
