package souk.demand.pooled;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.pooled.PooledSeries;

/** Prints by which data are known again. */
final class PanelPrint {
  private PanelPrint() {}

  /** Digest of all that a model sees of a panel. */
  static String of(PooledPanel panel) {
    MessageDigest digest = sha256();
    for (int s = 0; s < panel.size(); s++) {
      PooledSeries series = panel.series(s);
      for (String text :
          new String[] {series.id(), series.product(), series.store(), series.category()}) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      update(digest, series.units());
      update(digest, series.price());
      update(digest, series.basePrice());
      update(digest, series.attributes());
      for (float[] flag : series.flags()) {
        update(digest, flag);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** First digits of the digest of a text. */
  static String of(String text) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 8);
  }

  /**
   * Prints of the histories before a step, increasing; series without units before it are left out.
   */
  static long[] histories(PooledPanel panel, int until) {
    long[] prints = new long[panel.size()];
    int n = 0;
    for (int s = 0; s < panel.size(); s++) {
      float[] units = panel.series(s).units();
      int first = 0;
      while (first < until && Float.isNaN(units[first])) {
        first++;
      }
      if (first < until) {
        long print = panel.series(s).id().hashCode();
        for (int t = first; t < until; t++) {
          print = mixed(print ^ Float.floatToIntBits(units[t]));
        }
        prints[n++] = print;
      }
    }
    long[] found = Arrays.copyOf(prints, n);
    Arrays.sort(found);
    return found;
  }

  /** SplitMix64 (Steele, Lea, Flood, 2014). */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private static void update(MessageDigest digest, float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * (values.length + 1));
    buffer.putInt(values.length);
    for (float value : values) {
      buffer.putFloat(value);
    }
    digest.update(buffer.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
