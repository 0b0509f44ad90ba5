package souk.model;

import java.util.ArrayList;
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
    List<String> texts = new ArrayList<>(arguments.length);
    for (Object argument : arguments) {
      texts.add(String.valueOf(argument));
    }
    return new Reason(code, text, texts);
  }
}
