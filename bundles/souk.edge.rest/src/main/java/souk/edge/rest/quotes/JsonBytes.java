package souk.edge.rest.quotes;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import souk.model.Money;

/** JSON in UTF-8 while it is written, escaped as RFC 8259 asks. For use by one thread. */
final class JsonBytes {
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AMOUNT = literal("{\"amountMinor\":");
  private static final byte[] CURRENCY = literal(",\"currency\":\"");
  private static final byte[] TEXT = literal("\",\"text\":\"");
  private static final byte[] END = literal("\"}");
  private static final byte[] LEAST = literal("-9223372036854775808");

  private byte[] out;
  private int at;

  JsonBytes(int expected) {
    this.out = new byte[Math.max(64, expected)];
  }

  /** UTF-8 of JSON that is written as it stands. */
  static byte[] literal(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  int size() {
    return at;
  }

  byte[] toBytes() {
    return Arrays.copyOf(out, at);
  }

  JsonBytes raw(byte[] literal) {
    room(literal.length);
    System.arraycopy(literal, 0, out, at, literal.length);
    at += literal.length;
    return this;
  }

  JsonBytes raw(char ascii) {
    room(1);
    out[at++] = (byte) ascii;
    return this;
  }

  JsonBytes flag(boolean value) {
    return ascii(value ? "true" : "false");
  }

  /** Digits and other characters that need no escape, without quotes. */
  JsonBytes ascii(String plain) {
    room(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      out[at++] = (byte) plain.charAt(i);
    }
    return this;
  }

  JsonBytes number(long value) {
    if (value == Long.MIN_VALUE) {
      return raw(LEAST);
    }
    room(20);
    long rest = value;
    if (rest < 0) {
      out[at++] = '-';
      rest = -rest;
    }
    at += digits(rest, at, width(rest));
    return this;
  }

  JsonBytes number(BigDecimal value) {
    return value.scale() == 0 && value.precision() < 18
        ? number(value.longValue())
        : ascii(value.toPlainString());
  }

  JsonBytes money(Money money) {
    Currency currency = money.currency();
    String code = currency.getCurrencyCode();
    raw(AMOUNT).number(money.amountMinor()).raw(CURRENCY).ascii(code).raw(TEXT).ascii(code);
    raw(' ').decimal(money.amountMinor(), Money.digits(currency));
    return raw(END);
  }

  /** Minor units with the point of the currency. */
  private void decimal(long minor, int digits) {
    if (digits == 0 || minor == Long.MIN_VALUE) {
      ascii(BigDecimal.valueOf(minor, digits).toPlainString());
      return;
    }
    room(24);
    long rest = minor;
    if (rest < 0) {
      out[at++] = '-';
      rest = -rest;
    }
    long unit = 1;
    for (int i = 0; i < digits; i++) {
      unit *= 10;
    }
    at += digits(rest / unit, at, width(rest / unit));
    out[at++] = '.';
    at += digits(rest % unit, at, digits);
  }

  private static int width(long value) {
    int width = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      width++;
    }
    return width;
  }

  private int digits(long value, int from, int width) {
    long rest = value;
    for (int i = from + width - 1; i >= from; i--) {
      out[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return width;
  }

  /** A text in quotes. */
  JsonBytes text(String text) {
    room(text.length() + 2);
    out[at++] = '"';
    int length = text.length();
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
        break;
      }
      out[at++] = (byte) c;
      i++;
    }
    if (i < length) {
      rest(text, i);
    }
    room(1);
    out[at++] = '"';
    return this;
  }

  private void rest(String text, int from) {
    room(6 * (text.length() - from) + 1);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out[at++] = '\\';
        out[at++] = (byte) c;
      } else if (c < 0x20) {
        control(c);
      } else if (c < 0x80) {
        out[at++] = (byte) c;
      } else if (c < 0x800) {
        out[at++] = (byte) (0xc0 | (c >> 6));
        out[at++] = (byte) (0x80 | (c & 0x3f));
      } else if (!Character.isSurrogate(c)) {
        three(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        four(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        three('\ufffd');
      }
    }
  }

  private void three(char c) {
    out[at++] = (byte) (0xe0 | (c >> 12));
    out[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
    out[at++] = (byte) (0x80 | (c & 0x3f));
  }

  private void four(int c) {
    out[at++] = (byte) (0xf0 | (c >> 18));
    out[at++] = (byte) (0x80 | ((c >> 12) & 0x3f));
    out[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
    out[at++] = (byte) (0x80 | (c & 0x3f));
  }

  private void control(char c) {
    out[at++] = '\\';
    int known = "\b\t\n\f\r".indexOf(c);
    if (known >= 0) {
      out[at++] = (byte) "btnfr".charAt(known);
      return;
    }
    out[at++] = 'u';
    out[at++] = '0';
    out[at++] = '0';
    out[at++] = HEX[c >> 4];
    out[at++] = HEX[c & 15];
  }

  private void room(int more) {
    if (out.length - at < more) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, at + more));
    }
  }
}
