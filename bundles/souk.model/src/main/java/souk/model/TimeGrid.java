package souk.model;

import java.time.LocalDate;

/**
 * Equal steps of time: step 0 starts at {@code origin}.
 *
 * @param origin first day of step 0
 * @param frequency length of a step
 */
public record TimeGrid(LocalDate origin, Frequency frequency) {
  /** First day of a step; negative steps lie before the origin. */
  public LocalDate dateOf(int step) {
    return frequency.plus(origin, step);
  }
}
