package souk.offer.spi;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What a selection policy chooses among, offers on net amounts included. Candidates are named by
 * their position in {@link SelectionProblem#candidates()}. The order in which chosen offers are
 * applied is given: those on list amounts before those on net amounts, then by priority, highest
 * first, then by id. Safe for use by many threads.
 */
@ProviderType
public interface Choices {
  /**
   * The candidates. Of one on net amounts, the discounts are what it would take off the
   * undiscounted cart, at least 1 on each line that it may change.
   */
  SelectionProblem problem();

  /** True if what the candidate takes off depends on which others are chosen. */
  boolean dependent(int candidate);

  /** True if the two may not stand together. */
  boolean conflict(int first, int second);

  /** A choice in the order of application. */
  int[] inOrder(int[] chosen);

  /**
   * What an allowed choice takes off in all, each offer in the order of application, as far as
   * floors and budgets let it.
   */
  long valueMinor(int[] chosen);

  /** The most that a candidate can take off, whatever it stands beside. */
  long mostMinor(int candidate);
}
