package souk.edge.rest.limits;

/**
 * Lets through a steady number per second and short bursts above it. Safe for use by many threads.
 */
final class TokenBucket {
  private final double perNano;
  private final double most;
  private double tokens;
  private long filledAt;

  /**
   * @param perSecond steady rate, more than 0
   * @param burst most at once, 1 or more
   * @param nowNanos a clock that only goes forward
   */
  TokenBucket(double perSecond, double burst, long nowNanos) {
    this.perNano = perSecond / 1e9;
    this.most = burst;
    this.tokens = burst;
    this.filledAt = nowNanos;
  }

  /** Takes a token; if there is none, says after how many nanoseconds there will be one. */
  synchronized long take(long nowNanos) {
    tokens = Math.min(most, tokens + Math.max(0, nowNanos - filledAt) * perNano);
    filledAt = nowNanos;
    if (tokens >= 1) {
      tokens--;
      return 0;
    }
    return (long) Math.ceil((1 - tokens) / perNano);
  }
}
