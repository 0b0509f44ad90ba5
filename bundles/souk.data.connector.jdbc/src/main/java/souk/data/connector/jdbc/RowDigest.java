package souk.data.connector.jdbc;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A digest of rows that does not depend on their order: the sum of the digests of all rows. */
final class RowDigest implements Rows {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
  private final MessageDigest sha;
  private BigInteger sum = BigInteger.ZERO;

  RowDigest() {
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  String text() {
    byte[] bytes = sum.add(MODULUS).toByteArray();
    return "rows:" + HexFormat.of().formatHex(bytes, bytes.length - 32, bytes.length);
  }

  @Override
  public void header(List<String> columns) {
    add("header", columns.toArray(String[]::new));
  }

  @Override
  public void row(long number, String[] values) {
    add("row", values);
  }

  @Override
  public void tooLong(long number, String column, int length, String[] cut) {
    add("too long", column, Integer.toString(length));
    add("cut", cut);
  }

  @Override
  public void progress() {}

  private void add(String kind, String... values) {
    sha.update(kind.getBytes(StandardCharsets.UTF_8));
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      sha.update((byte) bytes.length);
      sha.update((byte) (bytes.length >> 8));
      sha.update((byte) (bytes.length >> 16));
      sha.update(bytes);
    }
    sum = sum.add(new BigInteger(1, sha.digest())).mod(MODULUS);
  }
}
