package souk.model;

import java.util.List;

/**
 * Why something is as it is, for people and for programs.
 *
 * @param code stable, for example {@code response.not-identified.no-price-variation}; texts of user
 *     interfaces are found by it
 * @param text in English, complete with figures
 * @param arguments the figures, for texts in other languages
 */
public record Reason(String code, String text, List<String> arguments) {
  public Reason {
    arguments = List.copyOf(arguments);
  }

  public static Reason of(String code, String text, Object... arguments) {
    return new Reason(code, text, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
