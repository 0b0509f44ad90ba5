package souk.data.lib;

import java.util.Collection;
import java.util.Locale;

/** Finds the known name that a wrong name was most likely meant to be. */
final class Closest {
  private Closest() {}

  /** A new line that starts with "Maybe", or empty text if no name is near. */
  static String hint(String wrong, Collection<String> known) {
    String best = "";
    int bestDistance = Math.max(2, wrong.length() / 3) + 1;
    for (String name : known) {
      int distance =
          distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), bestDistance);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = name;
      }
    }
    return best.isEmpty() ? "" : "%nMaybe \"%s\" was meant.".formatted(best);
  }

  /** Edit distance (Levenshtein 1966), or {@code cap} if it is not smaller. */
  private static int distance(String a, String b, int cap) {
    if (Math.abs(a.length() - b.length()) >= cap || a.length() > 200 || b.length() > 200) {
      return cap;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return Math.min(cap, row[b.length()]);
  }
}
