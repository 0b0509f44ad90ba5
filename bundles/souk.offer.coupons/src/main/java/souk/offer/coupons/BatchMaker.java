package souk.offer.coupons;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import souk.offer.api.BatchRequest;
import souk.offer.api.BatchStatus;
import souk.offer.api.LedgerException;
import souk.offer.api.NewCoupons;
import souk.offer.coupons.record.Entry.BatchBegun;
import souk.offer.coupons.record.Entry.BatchOpened;
import souk.offer.coupons.record.Entry.Codes;
import souk.offer.coupons.record.Hash128;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.state.Batch;
import souk.offer.coupons.state.CouponUses;
import souk.offer.coupons.state.LedgerState;

/**
 * Makes batches of codes in portions, so that tills go on between them; the codes may be used when
 * the last portion is durable. A code has 60 random bits in 12 characters that are not mixed up.
 */
final class BatchMaker {
  private static final byte[] ALPHABET =
      "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.US_ASCII);
  private static final int GROUPS = 3;
  private static final int GROUP = 4;
  private static final int PORTION = 4_096;
  private final LedgerKey key;
  private final LedgerWriter writer;
  private final RandomGenerator random;

  BatchMaker(LedgerKey key, LedgerWriter writer, RandomGenerator random) {
    this.key = key;
    this.writer = writer;
    this.random = random;
  }

  NewCoupons make(BatchRequest request) {
    int number = writer.ask(new Ask<>(group -> begin(group, request)));
    int length =
        (request.prefix().isEmpty() ? -1 : request.prefix().length()) + GROUPS * (GROUP + 1);
    byte[] codes = new byte[Math.multiplyExact(request.codes(), length)];
    for (int from = 0; from < request.codes(); from += PORTION) {
      int count = Math.min(PORTION, request.codes() - from);
      boolean taken = true;
      while (taken) {
        byte[] hashes = portion(request.prefix(), codes, from * length, count, length);
        taken = !writer.ask(new Ask<>(group -> add(group, number, hashes)));
      }
    }
    BatchStatus status =
        writer.ask(
            new Ask<>(
                group -> {
                  group.add(new BatchOpened(number, group.now()));
                  Batch batch = group.state().batch(number);
                  return batch == null
                      ? BatchStatus.builder(request.batchId(), BatchStatus.State.OPEN).build()
                      : batch.status();
                }));
    return new Clear(status, codes, length);
  }

  private static int begin(Group group, BatchRequest request)
      throws souk.offer.coupons.store.LogException {
    LedgerState state = group.state();
    if (state.batch(request.batchId()) != null) {
      throw new LedgerException(
          "batch.exists",
          "There is a batch %s already.%nMaybe choose another name: codes of a batch are handed out once."
              .formatted(request.batchId()));
    }
    int number = state.nextBatch();
    if (number >= CouponUses.MAX_BATCHES) {
      throw new LedgerException(
          "batch.too-many", "The ledger has %d batches and takes no more.".formatted(number));
    }
    group.add(
        new BatchBegun(
            number,
            request.batchId(),
            request.codes(),
            request.usesPerCode(),
            millis(request.validFrom()),
            millis(request.validUntil()),
            group.now()));
    return number;
  }

  private static long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(Batch.NEVER);
  }

  /** False if a code exists already: then the portion is made anew. */
  private static boolean add(Group group, int number, byte[] hashes)
      throws souk.offer.coupons.store.LogException {
    ByteBuffer all = ByteBuffer.wrap(hashes);
    Set<Hash128> seen = new HashSet<>();
    while (all.hasRemaining()) {
      Hash128 hash = new Hash128(all.getLong(), all.getLong());
      if (group.state().knowsCoupon(hash) || !seen.add(hash)) {
        return false;
      }
    }
    group.add(new Codes(number, hashes));
    return true;
  }

  /** Writes codes in clear and returns their hashes. */
  private byte[] portion(String prefix, byte[] into, int at, int count, int length) {
    ByteBuffer hashes = ByteBuffer.allocate(count * 16);
    byte[] head = prefix.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < count; i++) {
      int from = at + i * length;
      int to = from;
      System.arraycopy(head, 0, into, to, head.length);
      to += head.length;
      long bits = random.nextLong();
      for (int g = 0; g < GROUPS; g++) {
        if (to > from) {
          into[to++] = '-';
        }
        for (int k = 0; k < GROUP; k++) {
          into[to++] = ALPHABET[(int) (bits & 31)];
          bits >>>= 5;
        }
      }
      Hash128 hash = key.coupon(new String(into, from, length, StandardCharsets.US_ASCII));
      hashes.putLong(hash.high()).putLong(hash.low());
    }
    return hashes.array();
  }

  /** Codes side by side, each of the same length. */
  private static final class Clear implements NewCoupons {
    private final BatchStatus batch;
    private final byte[] codes;
    private final int length;

    Clear(BatchStatus batch, byte[] codes, int length) {
      this.batch = batch;
      this.codes = codes;
      this.length = length;
    }

    @Override
    public BatchStatus batch() {
      return batch;
    }

    @Override
    public int size() {
      return codes.length / length;
    }

    @Override
    public void forEach(Consumer<? super String> sink) {
      for (int from = 0; from < codes.length; from += length) {
        sink.accept(
            new String(Arrays.copyOfRange(codes, from, from + length), StandardCharsets.US_ASCII));
      }
    }
  }
}
