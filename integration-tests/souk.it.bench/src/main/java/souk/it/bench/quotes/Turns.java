package souk.it.bench.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a contender quote the carts of a market again and again, judging every answer. */
public final class Turns {
  private static final int BETWEEN_LOOKS = 64;

  private final Judge judge;
  private final int carts;
  private final AtomicLong mismatches = new AtomicLong();

  public Turns(Judge judge, int carts) {
    this.judge = judge;
    this.carts = carts;
  }

  /** Answers whose total was wrong so far. */
  public long mismatches() {
    return mismatches.get();
  }

  /** Quotes for about so long; returns the number of quotes. */
  public long run(Contender.Worker worker, long nanos) {
    long end = System.nanoTime() + nanos;
    long quotes = 0;
    long wrong = 0;
    int cart = 0;
    do {
      for (int i = 0; i < BETWEEN_LOOKS; i++) {
        wrong += worker.quote(cart) == judge.total(cart) ? 0 : 1;
        cart = cart + 1 == carts ? 0 : cart + 1;
      }
      quotes += BETWEEN_LOOKS;
    } while (System.nanoTime() < end);
    mismatches.addAndGet(wrong);
    return quotes;
  }

  /** The same by several threads at once. */
  public long run(List<Contender.Worker> workers, long nanos) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    try {
      List<Callable<Long>> works = new ArrayList<>();
      workers.forEach(worker -> works.add(() -> run(worker, nanos)));
      long quotes = 0;
      for (Future<Long> done : threads.invokeAll(works)) {
        quotes += done.get();
      }
      return quotes;
    } finally {
      threads.shutdown();
    }
  }

  /** Nanoseconds of single quotes, sorted. */
  public long[] latencies(Contender.Worker worker, int quotes) {
    long[] nanos = new long[quotes];
    long wrong = 0;
    for (int i = 0; i < quotes; i++) {
      int cart = i % carts;
      long begin = System.nanoTime();
      long total = worker.quote(cart);
      nanos[i] = System.nanoTime() - begin;
      wrong += total == judge.total(cart) ? 0 : 1;
    }
    mismatches.addAndGet(wrong);
    Arrays.sort(nanos);
    return nanos;
  }
}
