package souk.offer.engine.language;

import java.util.Collection;
import java.util.Locale;

/** Pieces of messages. */
final class Words {
  private static final int SHOWN = 60;
  private static final int NAMES = 40;
  private static final int COMPARED = 20_000;

  private Words() {}

  /** In quotes, without control characters, cut if it is long. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(SHOWN + 8).append('"');
    int end = Math.min(text.length(), SHOWN);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      out.append(
          Character.isISOControl(c) || c == '\u2028' || c == '\u2029'
              ? "\\u%04x".formatted((int) c)
              : String.valueOf(c));
    }
    return out.append(end < text.length() ? "…" : "").append('"').toString();
  }

  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Names in their order, the first ones if there are very many. */
  static String list(Collection<String> names) {
    String shown = String.join(", ", names.stream().limit(NAMES).toList());
    return names.size() > NAMES ? shown + " and %d more".formatted(names.size() - NAMES) : shown;
  }

  /** A new line that starts with "Maybe", or empty text if no known name is near. */
  static String maybe(String wrong, Collection<String> known) {
    String near = nearest(wrong, known);
    return near.isEmpty() ? "" : "\nMaybe %s was meant.".formatted(near);
  }

  /** The known name that a wrong name was most likely meant to be; empty if none is near. */
  static String nearest(String wrong, Collection<String> known) {
    if (known.size() > COMPARED || wrong.length() > 200) {
      return "";
    }
    String plain = plain(wrong);
    String best = "";
    int least = Math.max(2, plain.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(plain, plain(name), least);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }

  /** Edit distance where two neighbours exchanged count once, or {@code cap} if not smaller. */
  private static int distance(String a, String b, int cap) {
    if (Math.abs(a.length() - b.length()) >= cap) {
      return cap;
    }
    int[][] rows = new int[3][b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      rows[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = rows[i % 3];
      int[] above = rows[(i + 2) % 3];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], rows[(i + 1) % 3][j - 2] + 1);
        }
      }
    }
    return Math.min(cap, rows[a.length() % 3][b.length()]);
  }
}
