package souk.demand.lib.response;

import java.util.List;

/**
 * Why a response is not identified.
 *
 * @param code stable, last part of {@code response.not-identified.…}
 * @param text one sentence with the figures
 * @param arguments the figures
 */
public record Doubt(String code, String text, List<Object> arguments) {
  /** Copies the arguments. */
  public Doubt {
    arguments = List.copyOf(arguments);
  }

  static Doubt of(String code, String format, Object... arguments) {
    return new Doubt(
        code, String.format(java.util.Locale.ROOT, format, arguments), List.of(arguments));
  }
}
