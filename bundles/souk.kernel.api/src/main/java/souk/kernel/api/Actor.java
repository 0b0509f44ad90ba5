package souk.kernel.api;

/**
 * Who does something, for the audit.
 *
 * @param name login or key name, never a secret
 * @param channel where it came in: {@code http}, {@code console}, {@code shell}, {@code system}
 */
public record Actor(String name, String channel) {
  public static Actor system() {
    return new Actor("souk", "system");
  }
}
