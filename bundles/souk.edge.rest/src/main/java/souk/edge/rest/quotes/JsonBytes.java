package souk.edge.rest.quotes;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import souk.edge.rest.http.Answer;
import souk.model.Money;

/** JSON in UTF-8 while it is written, escaped as RFC 8259 asks. For use by one thread. */
final class JsonBytes {
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AMOUNT = literal("{\"amountMinor\":");
  private static final byte[] END = literal("\"}");
  private static final byte[] LEAST = literal("-9223372036854775808");

  /** Digits of a long, and a sign. */
  private static final int LONGEST = 20;

  private byte[] out;
  private int at;

  /** The currency that was written last, what stands between its amounts, and its decimals. */
  private @Nullable Currency known;

  private byte[] between = {};
  private int decimals;

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

  /** The same without a copy; nothing may be written any more. */
  Answer answer() {
    return Answer.json(out, at);
  }

  JsonBytes raw(byte[] literal) {
    room(literal.length);
    append(literal);
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
    room(LONGEST);
    sign(value);
    long rest = Math.abs(value);
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
    if (!currency.equals(known)) {
      known = currency;
      String code = currency.getCurrencyCode();
      between = literal(",\"currency\":\"" + code + "\",\"text\":\"" + code + ' ');
      decimals = Money.digits(currency);
    }
    long minor = money.amountMinor();
    if (minor == Long.MIN_VALUE) {
      String text = BigDecimal.valueOf(minor, decimals).toPlainString();
      return raw(AMOUNT).number(minor).raw(between).ascii(text).raw(END);
    }
    room(AMOUNT.length + between.length + END.length + 2 * LONGEST + decimals);
    append(AMOUNT);
    sign(minor);
    int from = at;
    int width = width(Math.abs(minor));
    at += digits(Math.abs(minor), at, width);
    append(between);
    sign(minor);
    decimal(from, width);
    append(END);
    return this;
  }

  private void sign(long value) {
    if (value < 0) {
      out[at++] = '-';
    }
  }

  /** Digits that were written before, with the point of the currency. */
  private void decimal(int from, int width) {
    int whole = width - decimals;
    if (whole > 0) {
      System.arraycopy(out, from, out, at, whole);
      at += whole;
    } else {
      out[at++] = '0';
    }
    if (decimals == 0) {
      return;
    }
    out[at++] = '.';
    for (int i = whole; i < 0; i++) {
      out[at++] = '0';
    }
    int rest = Math.min(width, decimals);
    System.arraycopy(out, from + width - rest, out, at, rest);
    at += rest;
  }

  /** For which there is room. */
  private void append(byte[] literal) {
    System.arraycopy(literal, 0, out, at, literal.length);
    at += literal.length;
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
