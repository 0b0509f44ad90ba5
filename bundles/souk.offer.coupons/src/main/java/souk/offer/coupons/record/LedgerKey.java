package souk.offer.coupons.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import souk.model.CustomerKey;

/**
 * Hashes what must not lie in the ledger in clear, each kind with a key of its own derived from the
 * ledger's key. Safe for use by many threads.
 */
public final class LedgerKey {
  /** Length of the ledger's key. */
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private final Mac chain;
  private final Mac checkpoint;
  private final Mac coupon;
  private final Mac customer;
  private final Mac request;
  private final Hash128 check;

  public LedgerKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException(
          "The ledger's key has %d bytes, but must have %d.".formatted(secret.length, BYTES));
    }
    this.chain = derived(secret, "chain");
    this.checkpoint = derived(secret, "checkpoint");
    this.coupon = derived(secret, "coupon");
    this.customer = derived(secret, "customer");
    this.request = derived(secret, "request");
    this.check = hash(derived(secret, "check"), "souk");
  }

  /** Tells two keys apart without revealing them. */
  public Hash128 check() {
    return check;
  }

  /**
   * Of a code as typed: case, spaces and hyphens do not matter, nor do O for 0 and I or L for 1.
   */
  public Hash128 coupon(String code) {
    return hash(coupon, plain(code));
  }

  public Hash128 customer(CustomerKey whose) {
    return hash(customer, whose.value());
  }

  /** Of an idempotency key. */
  public Hash128 key(String text) {
    return hash(request, text);
  }

  /** Of a request's content. */
  public Hash128 content(byte[] bytes) {
    return Hash128.of(copy(request).doFinal(bytes));
  }

  /** For one thread. */
  Mac chain() {
    return copy(chain);
  }

  /** Of checkpoints; for one thread. */
  public Mac checkpoint() {
    return copy(checkpoint);
  }

  static String plain(String code) {
    StringBuilder plain = new StringBuilder(code.length());
    String upper = code.toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c == 'O') {
        plain.append('0');
      } else if (c == 'I' || c == 'L') {
        plain.append('1');
      } else if (c != '-' && !Character.isWhitespace(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static Hash128 hash(Mac prototype, String text) {
    return Hash128.of(copy(prototype).doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Mac derived(byte[] secret, String purpose) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] key = mac.doFinal(("souk.offer.coupons/" + purpose).getBytes(StandardCharsets.UTF_8));
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
    }
  }

  private static Mac copy(Mac prototype) {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("This Java cannot copy " + ALGORITHM + ".", e);
    }
  }
}
