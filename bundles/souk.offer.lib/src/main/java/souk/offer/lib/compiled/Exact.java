package souk.offer.lib.compiled;

import java.math.BigInteger;
import java.time.Instant;

/** Integer arithmetic that never rounds twice and never overflows in silence. */
final class Exact {
  static final long MICROS = 1_000_000;
  static final long WHOLE_MILLIONTHS = 100 * MICROS;
  private static final long NANOS = 1_000_000_000;
  private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS - 1;

  private Exact() {}

  /** {@code a · b / c}, half-even; all at least 0, c greater. */
  static long scaled(long a, long b, long c) {
    long product = a * b;
    if (Math.multiplyHigh(a, b) != 0 || product < 0) {
      return scaledLarge(a, b, c);
    }
    long quotient = product / c;
    long rest = product - quotient * c;
    long up = rest - (c - rest);
    return up > 0 || (up == 0 && (quotient & 1) == 1) ? quotient + 1 : quotient;
  }

  private static long scaledLarge(long a, long b, long c) {
    BigInteger[] parts =
        BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(big(c));
    int up = parts[1].shiftLeft(1).compareTo(big(c));
    long quotient = parts[0].longValueExact();
    return up > 0 || (up == 0 && (quotient & 1) == 1) ? Math.addExact(quotient, 1) : quotient;
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  /** {@code amount · millionths / 10⁸}, half-even. */
  static long percent(long amount, long millionths) {
    long product = amount * millionths;
    if (Math.multiplyHigh(amount, millionths) != 0 || product < 0) {
      return scaledLarge(amount, millionths, WHOLE_MILLIONTHS);
    }
    long quotient = product / WHOLE_MILLIONTHS;
    long twice = 2 * (product - quotient * WHOLE_MILLIONTHS);
    boolean up = twice > WHOLE_MILLIONTHS || (twice == WHOLE_MILLIONTHS && (quotient & 1) == 1);
    return up ? quotient + 1 : quotient;
  }

  /** Price of some millionths of a unit, half-even. */
  static long amount(long unitMinor, long micros) {
    long units = micros / MICROS;
    return units * MICROS == micros
        ? Math.multiplyExact(unitMinor, units)
        : scaled(unitMinor, micros, MICROS);
  }

  /** Like {@link #amount}, but rounded up. */
  static long amountUp(long unitMinor, long micros) {
    long units = micros / MICROS;
    if (units * MICROS == micros) {
      return Math.multiplyExact(unitMinor, units);
    }
    long product = unitMinor * micros;
    if (Math.multiplyHigh(unitMinor, micros) == 0 && product >= 0) {
      return product / MICROS + (product % MICROS == 0 ? 0 : 1);
    }
    BigInteger[] parts = big(unitMinor).multiply(big(micros)).divideAndRemainder(big(MICROS));
    long quotient = parts[0].longValueExact();
    return parts[1].signum() == 0 ? quotient : Math.addExact(quotient, 1);
  }

  /** Sum of two amounts that are at least 0, held at the greatest long. */
  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Compares {@code a / m} with {@code b / n}; all at least 0, m and n greater. */
  static int compareRatios(long a, long m, long b, long n) {
    if (m == n) {
      return Long.compare(a, b);
    }
    int high = Long.compare(Math.multiplyHigh(a, n), Math.multiplyHigh(b, m));
    return high != 0 ? high : Long.compareUnsigned(a * n, b * m);
  }

  /** Nanoseconds since 1970, held at the ends of the range of a long (years 1677 and 2262). */
  static long nanos(Instant at) {
    long seconds = at.getEpochSecond();
    if (seconds > MOST_SECONDS) {
      return Long.MAX_VALUE;
    }
    return seconds < -MOST_SECONDS ? Long.MIN_VALUE : seconds * NANOS + at.getNano();
  }
}
