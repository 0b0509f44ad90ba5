package souk.offer.coupons.record;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import souk.offer.coupons.record.Entry.Accepted;
import souk.offer.coupons.record.Entry.Back;
import souk.offer.coupons.record.Entry.BackLine;
import souk.offer.coupons.record.Entry.BatchBegun;
import souk.offer.coupons.record.Entry.BatchBlocked;
import souk.offer.coupons.record.Entry.BatchOpened;
import souk.offer.coupons.record.Entry.Closed;
import souk.offer.coupons.record.Entry.Codes;
import souk.offer.coupons.record.Entry.Lost;
import souk.offer.coupons.record.Entry.Outcome;
import souk.offer.coupons.record.Entry.Refused;
import souk.offer.coupons.record.Entry.Reversed;
import souk.offer.coupons.record.Entry.Taken;
import souk.offer.coupons.record.Entry.TakenClaim;

/** Entries as bytes: a kind, then its fields. A kind, once used, keeps its meaning for ever. */
public final class EntryCodec {
  private static final int RESERVED = 1;
  private static final int REDEEMED = 2;
  private static final int REFUSED = 3;
  private static final int CLOSED = 4;
  private static final int REVERSED = 5;
  private static final int BATCH_BEGUN = 6;
  private static final int CODES = 7;
  private static final int BATCH_OPENED = 8;
  private static final int BATCH_BLOCKED = 9;
  private static final int ACCEPTED = 10;
  private static final int LOST = 11;

  private EntryCodec() {}

  public static byte[] encode(Entry entry) {
    ByteSink sink = new ByteSink();
    if (entry instanceof Taken taken) {
      write(sink, taken);
    } else if (entry instanceof Refused refused) {
      sink.u8(REFUSED).hash(refused.key()).hash(refused.content()).i64(refused.recordedMillis());
      sink.text(refused.code()).text(refused.text());
    } else if (entry instanceof Closed closed) {
      sink.u8(CLOSED).i64(closed.redemption()).u8(closed.outcome().ordinal());
      sink.i64(closed.recordedMillis());
    } else if (entry instanceof Reversed reversed) {
      write(sink, reversed);
    } else if (entry instanceof BatchBegun begun) {
      sink.u8(BATCH_BEGUN).i32(begun.batch()).text(begun.batchId()).i32(begun.codes());
      sink.i32(begun.usesPerCode()).i64(begun.fromMillis()).i64(begun.untilMillis());
      sink.i64(begun.recordedMillis());
    } else if (entry instanceof Codes codes) {
      sink.u8(CODES).i32(codes.batch()).block(codes.hashes());
    } else if (entry instanceof BatchOpened opened) {
      sink.u8(BATCH_OPENED).i32(opened.batch()).i64(opened.recordedMillis());
    } else if (entry instanceof BatchBlocked blocked) {
      sink.u8(BATCH_BLOCKED).i32(blocked.batch()).i64(blocked.recordedMillis());
    } else if (entry instanceof Accepted accepted) {
      sink.u8(ACCEPTED).text(accepted.by()).text(accepted.text()).i64(accepted.recordedMillis());
    } else {
      sink.u8(LOST);
    }
    return sink.toBytes();
  }

  private static void write(ByteSink sink, Taken taken) {
    sink.u8(taken.reserved() ? RESERVED : REDEEMED).hash(taken.key()).hash(taken.content());
    sink.text(taken.orderId()).hash(taken.customer()).i64(taken.recordedMillis());
    sink.i64(taken.expiresMillis()).i32(taken.claims().size());
    for (TakenClaim claim : taken.claims()) {
      sink.text(claim.offerId()).i64(claim.amountMinor()).text(claim.currency().getCurrencyCode());
      sink.hash(claim.coupon()).i32(claim.batch()).i64(claim.total()).i64(claim.perCustomer());
      sink.i64(claim.budgetMinor());
    }
    sink.u8(taken.paid().taxIncluded() ? 1 : 0).block(taken.paid().toBytes());
  }

  private static void write(ByteSink sink, Reversed reversed) {
    sink.u8(REVERSED).hash(reversed.key()).hash(reversed.content()).i64(reversed.redemption());
    sink.hash(reversed.customer()).i64(reversed.recordedMillis()).u8(reversed.whole() ? 1 : 0);
    sink.i32(reversed.backs().size());
    for (Back back : reversed.backs()) {
      sink.i32(back.claim()).text(back.offerId()).i64(back.amountMinor());
      sink.text(back.currency().getCurrencyCode()).u8(back.use() ? 1 : 0).hash(back.coupon());
    }
    sink.i32(reversed.lines().size());
    for (BackLine line : reversed.lines()) {
      sink.text(line.lineId()).decimal(line.quantity()).i64(line.netMinor()).i64(line.taxMinor());
      sink.text(line.currency().getCurrencyCode());
    }
    sink.u8(reversed.taxIncluded() ? 1 : 0);
  }

  /** True if the bytes at a position are a redemption or reservation. */
  public static boolean isTaken(byte[] bytes, int from) {
    return bytes.length > from && (bytes[from] == RESERVED || bytes[from] == REDEEMED);
  }

  /**
   * The entry whose bytes begin at a position.
   *
   * @throws BadRecordException if they are none
   */
  public static Entry decode(byte[] bytes, int from) {
    ByteSource source = new ByteSource(bytes, from);
    Entry entry = read(source);
    source.end();
    return entry;
  }

  private static Entry read(ByteSource source) {
    int kind = source.u8();
    return switch (kind) {
      case RESERVED -> taken(source, true);
      case REDEEMED -> taken(source, false);
      case REFUSED ->
          new Refused(source.hash(), source.hash(), source.i64(), source.text(), source.text());
      case CLOSED -> new Closed(source.i64(), outcome(source.u8()), source.i64());
      case REVERSED -> reversed(source);
      case BATCH_BEGUN ->
          new BatchBegun(
              source.i32(),
              source.text(),
              source.i32(),
              source.i32(),
              source.i64(),
              source.i64(),
              source.i64());
      case CODES -> new Codes(source.i32(), source.block());
      case BATCH_OPENED -> new BatchOpened(source.i32(), source.i64());
      case BATCH_BLOCKED -> new BatchBlocked(source.i32(), source.i64());
      case ACCEPTED -> new Accepted(source.text(), source.text(), source.i64());
      case LOST -> new Lost();
      default -> throw new BadRecordException("the unknown kind " + kind);
    };
  }

  private static Taken taken(ByteSource source, boolean reserved) {
    Hash128 key = source.hash();
    Hash128 content = source.hash();
    String orderId = source.text();
    Hash128 customer = source.hash();
    long recorded = source.i64();
    long expires = source.i64();
    int count = source.count(60);
    List<TakenClaim> claims = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      claims.add(
          new TakenClaim(
              source.text(),
              source.i64(),
              currency(source.text()),
              source.hash(),
              source.i32(),
              source.i64(),
              source.i64(),
              source.i64()));
    }
    boolean taxIncluded = source.u8() != 0;
    PaidLines lines = PaidLines.ofBytes(source.block(), taxIncluded);
    return new Taken(key, content, reserved, orderId, customer, recorded, expires, claims, lines);
  }

  private static Reversed reversed(ByteSource source) {
    Hash128 key = source.hash();
    Hash128 content = source.hash();
    long redemption = source.i64();
    Hash128 customer = source.hash();
    long recorded = source.i64();
    boolean whole = source.u8() != 0;
    int count = source.count(37);
    List<Back> backs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      backs.add(
          new Back(
              source.i32(),
              source.text(),
              source.i64(),
              currency(source.text()),
              source.u8() != 0,
              source.hash()));
    }
    int many = source.count(32);
    List<BackLine> lines = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      lines.add(
          new BackLine(
              source.text(),
              source.decimal(),
              source.i64(),
              source.i64(),
              currency(source.text())));
    }
    boolean taxIncluded = source.u8() != 0;
    return new Reversed(
        key, content, redemption, customer, recorded, whole, backs, lines, taxIncluded);
  }

  private static Outcome outcome(int ordinal) {
    if (ordinal >= Outcome.values().length) {
      throw new BadRecordException("the unknown outcome " + ordinal);
    }
    return Outcome.values()[ordinal];
  }

  public static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new BadRecordException("a currency that does not exist");
    }
  }
}
