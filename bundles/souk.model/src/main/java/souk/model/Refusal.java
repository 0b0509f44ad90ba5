package souk.model;

/**
 * Why a strategy declines a task before doing any heavy work.
 *
 * @param requirement what it needs, for example {@code 28 days of history}
 * @param found what it got, for example {@code series S-17 has 11}
 */
public record Refusal(String requirement, String found) {
  @Override
  public String toString() {
    return "needs " + requirement + ", " + found;
  }
}
