package souk.edge.rest.limits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.Problem;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.http.Title;

/**
 * Counts requests and jobs by key and by address against limits that may change while it runs. Safe
 * for use by many threads.
 */
public final class RateLimits {
  private static final int MOST_ADDRESSES = 10_000;

  private final LongSupplier nanos;
  private volatile Books books;

  /** The buckets under one set of options. */
  private static final class Books {
    private final LimitOptions options;
    private final Map<String, TokenBucket> keys = new ConcurrentHashMap<>();
    private final Map<String, TokenBucket> jobs = new ConcurrentHashMap<>();
    private final Map<String, TokenBucket> addresses =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MOST_ADDRESSES;
          }
        };

    private Books(LimitOptions options) {
      this.options = options;
    }
  }

  /**
   * @param nanos a clock that only goes forward
   */
  public RateLimits(LimitOptions options, LongSupplier nanos) {
    this.nanos = nanos;
    this.books = new Books(options);
  }

  public LimitOptions options() {
    return books.options;
  }

  /** Other limits from now on; everybody begins anew. */
  public void change(LimitOptions options) {
    this.books = new Books(options);
  }

  /**
   * Counts a request.
   *
   * @throws ProblemException 429 if the address asks too often
   */
  public void requestFrom(String address) {
    Books now = books;
    int perSecond = now.options.requestsPerSecondAndAddress();
    if (perSecond > 0) {
      TokenBucket bucket;
      synchronized (now.addresses) {
        bucket = now.addresses.computeIfAbsent(address, a -> perSecond(perSecond));
      }
      take(bucket, "This address may send %d requests per second.".formatted(perSecond));
    }
  }

  /**
   * Counts a request.
   *
   * @throws ProblemException 429 if the key asks too often
   */
  public void requestOf(String key) {
    Books now = books;
    int perSecond = now.options.requestsPerSecondAndKey();
    if (perSecond > 0) {
      TokenBucket bucket = now.keys.computeIfAbsent(key, k -> perSecond(perSecond));
      take(bucket, "This key may send %d requests per second.".formatted(perSecond));
    }
  }

  /**
   * Counts a job that is about to start.
   *
   * @throws ProblemException 429 if the key starts too many
   */
  public void jobOf(String key) {
    Books now = books;
    int perMinute = now.options.jobsPerMinuteAndKey();
    if (perMinute > 0) {
      TokenBucket bucket =
          now.jobs.computeIfAbsent(
              key, k -> new TokenBucket(perMinute / 60.0, perMinute, nanos.getAsLong()));
      take(bucket, "This key may start %d jobs per minute.".formatted(perMinute));
    }
  }

  /** Bursts of two seconds. */
  private TokenBucket perSecond(int rate) {
    return new TokenBucket(rate, 2.0 * rate, nanos.getAsLong());
  }

  private void take(@Nullable TokenBucket bucket, String limit) {
    long wait = bucket == null ? 0 : bucket.take(nanos.getAsLong());
    if (wait > 0) {
      throw exceeded(limit, 1 + (wait - 1) / 1_000_000_000L);
    }
  }

  static ProblemException exceeded(String limit, long seconds) {
    return new ProblemException(
        Problem.of(
            429,
            "rate.exceeded",
            Title.TOO_MANY,
            "%s%nMaybe ask again after %d s.".formatted(limit, seconds)),
        Map.of("Retry-After", Long.toString(seconds)));
  }
}
