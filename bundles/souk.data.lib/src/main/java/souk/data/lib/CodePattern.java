package souk.data.lib;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Matches article codes against names in which {@code *} stands for any text and {@code ?} for one
 * character; letter case does not matter. Takes at most time in proportion to the product of both
 * lengths. Immutable.
 */
public final class CodePattern {
  private final Set<String> plain;
  private final List<String> patterns;

  public CodePattern(List<String> names) {
    List<String> upper = names.stream().map(n -> n.toUpperCase(Locale.ROOT)).toList();
    this.plain = upper.stream().filter(n -> !isPattern(n)).collect(Collectors.toUnmodifiableSet());
    this.patterns = upper.stream().filter(CodePattern::isPattern).toList();
  }

  public boolean matches(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    if (plain.contains(upper)) {
      return true;
    }
    for (String pattern : patterns) {
      if (matches(pattern, upper)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
  }

  /** On a mismatch only the last star needs to take one character more. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int taken = 0;
    while (t < text.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
      if (wanted == '*') {
        star = p++;
        taken = t;
      } else if (p < pattern.length() && (wanted == '?' || wanted == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++taken;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
