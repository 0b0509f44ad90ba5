package souk.kernel.features.files;

import java.math.BigInteger;

/**
 * Compares versions as people read them: numbers by value, then a plain version after its snapshot
 * or pre-release, then words by alphabet. The launcher compares in the same way.
 */
public final class Versions {
  private Versions() {}

  public static int compare(String one, String other) {
    String[] a = one.split("[.-]", -1);
    String[] b = other.split("[.-]", -1);
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      String x = i < a.length ? a[i] : "";
      String y = i < b.length ? b[i] : "";
      int order = part(x, y);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int part(String x, String y) {
    boolean xNumber = x.isEmpty() || x.matches("\\d+");
    boolean yNumber = y.isEmpty() || y.matches("\\d+");
    if (xNumber && yNumber) {
      return number(x).compareTo(number(y));
    }
    if (xNumber != yNumber) {
      return xNumber ? 1 : -1;
    }
    return x.compareTo(y);
  }

  private static BigInteger number(String text) {
    return text.isEmpty() ? BigInteger.ZERO : new BigInteger(text);
  }
}
