package souk.data.lib;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Matches article codes against names in which {@code *} stands for any text and {@code ?} for one
 * character; letter case does not matter. Immutable.
 */
public final class CodePattern {
  private final List<Pattern> patterns;

  public CodePattern(List<String> names) {
    this.patterns = names.stream().map(CodePattern::compile).toList();
  }

  public boolean matches(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    for (Pattern pattern : patterns) {
      if (pattern.matcher(upper).matches()) {
        return true;
      }
    }
    return false;
  }

  private static Pattern compile(String name) {
    StringBuilder regex = new StringBuilder();
    String upper = name.toUpperCase(Locale.ROOT).replaceAll("\\*+", "*");
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
