package souk.plan.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests of what a plan was computed from. */
final class Fingerprints {
  private Fingerprints() {}

  static String of(List<PriceItem> items) {
    StringBuilder text = new StringBuilder();
    for (PriceItem item : items) {
      text.append(item.item().sku())
          .append('|')
          .append(item.current())
          .append('|')
          .append(item.cost().amount())
          .append('|')
          .append(item.ladder().units(item.ladder().current()))
          .append('|')
          .append(item.elasticity())
          .append('\n');
    }
    return ofText(text.toString());
  }

  static String ofText(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
